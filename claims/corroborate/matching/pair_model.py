"""From agreement to a decision on two claims: the same, in conflict, or apart, with what matched
and what differed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from claims.corroborate.matching.agreement import Agreement
from claims.corroborate.matching.appraisals import AppraisalKind, shared_appraisal
from claims.corroborate.matching.comparison import compare_words, in_context
from claims.corroborate.matching.constraints import (
    MIN_LIKELIHOOD_CONFLICT,
    MIN_TELLING_MASS,
    MIN_VERBATIM_WORDS,
    conflict_of,
    opposite,
    other_people,
    stance_role,
    veto_of,
)
from claims.corroborate.matching.content import Content
from claims.corroborate.matching.explain import beside, figures_as_written, times, written
from claims.corroborate.matching.features import features_of
from claims.corroborate.matching.pair_reader import read_pair
from claims.corroborate.matching.reading_weights import read_from, same_from, together
from claims.corroborate.matching.rebuttals import rebutted
from claims.corroborate.model import StatedClaim
from claims.rules.lists import load

PairRelation = Literal["same", "conflict", "apart"]

APPRAISED_LIKELIHOOD = 0.6
"""Of two claims that reject one act in words of their own: a suggestion, as judged pairs bear
out."""
APPRAISING: dict[AppraisalKind, str] = {
    "rejected": "reject what {} said or did",
    "untrue": "call untrue what {} said",
    "unfit": "call {} unfit for office",
    "untempered": "say that {} lacks the temperament",
}
MAX_DAYS_BETWEEN: dict[AppraisalKind, int] = {
    "rejected": 4,
    "untrue": 4,
    "unfit": 31,
    "untempered": 31,
}
"""Between two appraisals of one person: what somebody said passes, what somebody is lasts."""
DIVIDING = (
    "one article", "first person, two voices", "other figures", "figures in both",
    "times in both", "negated", "opposed",
)  # fmt: skip
"""Features that set two statements apart and leave open whether they contradict each other."""
MIN_SHOWN_RUN_WORDS = 4
"""From which a stretch of common words is named in a reason."""


@dataclass(frozen=True)
class PairDecision:
    """How two claims stand to each other, and why."""

    relation: PairRelation
    likelihood: float
    """That the two say the same, from 0 to 1; trained on judged pairs (training/pairs.py)."""
    confirmed: bool
    """True for one stretch of words in both; False for a match that a person may want to look
    at."""
    matched: str
    differed: str


def decide(a: StatedClaim, x: Content, b: StatedClaim, y: Content) -> PairDecision:
    """The decision on two claims with the contents x and y; symmetric but for the order of what is
    shown."""
    rebuttal = rebutted(a, x, b, y)
    if rebuttal:
        return PairDecision("conflict", 0.0, False, "one article", rebuttal)
    appraised = _one_appraisal(a, x, b, y)
    agreement = compare_words(a, x, b, y)
    if agreement is None:
        return appraised or _apart("no words in common")
    if not appraised and out_of_reach(agreement, a, b):
        return _apart("too little in common")
    agreement = in_context(agreement, x, y)
    matched = matched_words(agreement)
    veto = veto_of(agreement) or other_people(a, b) or opposite(agreement, a, b)
    likely = likely_one(agreement, a, b, unread=bool(veto))
    conflict = conflict_of(agreement, a, b, likelihood(undivided(features_of(agreement, a, b))))
    if conflict:
        return PairDecision("conflict", likely, False, matched, conflict)
    if appraised:
        return appraised
    if veto or likely < same_from():
        return PairDecision("apart", likely, False, matched, veto or "too little in common")
    return PairDecision("same", likely, verbatim(agreement), matched, differing_words(agreement))


def likely_one(
    agreement: Agreement, a: StatedClaim, b: StatedClaim, *, unread: bool = False
) -> float:
    """That the two are one, from 0 to 1: by their features, and where these leave it open by reading the two side
    by side, which costs most of what comparing them does; unread: by their features alone."""
    likely = likelihood(features_of(agreement, a, b))
    if unread or likely < read_from():
        return likely
    return together(likely, read_pair(a.quote, b.quote))


def _apart(reason: str) -> PairDecision:
    return PairDecision("apart", 0.0, False, "", reason)


def out_of_reach(agreement: Agreement, a: StatedClaim, b: StatedClaim) -> bool:
    """Whether no words around, as yet unlooked at, could make the two one or opposed: most pairs of
    a large store."""
    features, weights = features_of(agreement, a, b), _trained()["weights"]
    # Words around speak for the two in proportion, from not at all to wholly, so that this is the
    # most they can add.
    around = max(0.0, weights["context"]) + max(
        0.0, weights["topic"] + weights["fit, topic"] * features["fit"]
    )
    scores = [score(features)]
    if agreement.likeness.shared_mass >= MIN_TELLING_MASS:
        scores.append(score(undivided(features)))
    bar = min(MIN_LIKELIHOOD_CONFLICT, read_from())
    return all(sigmoid(value + around) < bar for value in scores)


def undivided(features: Mapping[str, float]) -> dict[str, float]:
    """The features without what sets two statements apart and leaves open whether they contradict
    each other."""
    return {**features, **dict.fromkeys(DIVIDING, 0.0)}


def _one_appraisal(a: StatedClaim, x: Content, b: StatedClaim, y: Content) -> PairDecision | None:
    """The two as one where both reject what one person said or did, about the same time; None where
    they do not."""
    pair = shared_appraisal(x.appraisals, y.appraisals)
    if pair is None or stance_role(a) != "supports" or stance_role(b) != "supports":
        return None
    first, second = pair
    if x.article[0] != y.article[0]:
        days = abs((x.said - y.said).days) if x.said and y.said else None
        if days is None or days > MAX_DAYS_BETWEEN[first.kind]:
            return None
    act = APPRAISING[first.kind].format(first.target.title())
    matched = f"both {act}: “{first.words}” / “{second.words}”"
    return PairDecision("same", APPRAISED_LIKELIHOOD, False, matched, "")


def verbatim(agreement: Agreement) -> bool:
    """Whether a long stretch is the same word for word, and no second voice says it."""
    return agreement.likeness.run_words >= MIN_VERBATIM_WORDS and agreement.setting.voice >= 0


@cache
def _trained() -> dict[str, Any]:
    return load("agreement")


def likelihood(features: Mapping[str, float]) -> float:
    """That two claims say the same, by logistic regression (Cox 1958) over their features; raises
    KeyError where a feature that has a weight is missing."""
    return sigmoid(score(features))


def score(features: Mapping[str, float]) -> float:
    """The weighed sum of the features, the logarithm of the odds; raises KeyError where a feature
    that has a weight is missing."""
    weights: dict[str, float] = _trained()["weights"]
    return sum([weight * features[name] for name, weight in weights.items()])


def sigmoid(score: float) -> float:
    """The probability of which the score is the logarithm of the odds."""
    return 1 / (1 + math.exp(-score))


def matched_words(agreement: Agreement) -> str:
    """The shared words and figures, for people."""
    likeness = agreement.likeness
    shared = [*likeness.words, *figures_as_written(likeness.figures)]
    long_run = likeness.run_words >= MIN_SHOWN_RUN_WORDS
    run = f"{likeness.run_words} words in a row; " if long_run else ""
    voice = {1: "one speaker; ", -1: "two speakers; ", 0: ""}[agreement.setting.voice]
    return voice + run + ("shared: " + ", ".join(shared) if shared else "no rare word shared")


def differing_words(agreement: Agreement) -> str:
    """Names, figures and times that one has and the other has not, for people."""
    difference, sentences = agreement.difference, agreement.setting.sentences
    names = [
        written(stems, sentence)
        for stems, sentence in zip(difference.names, sentences, strict=True)
    ]
    parts = (
        beside("says", *map(figures_as_written, difference.figures)),
        beside("gives the time", *map(times, difference.dates)),
        beside("names", *names),
    )
    return "; ".join(part for part in parts if part)
