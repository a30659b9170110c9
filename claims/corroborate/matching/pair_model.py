"""From agreement to a decision on two claims: the same, in conflict, or apart, with what matched
and what differed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from claims.corroborate.matching.appraisals import shared
from claims.corroborate.matching.comparison import Agreement, compare_words, in_context
from claims.corroborate.matching.constraints import (
    LIKELY,
    TELLING,
    conflict_of,
    opposite,
    other_people,
    stance_role,
    veto_of,
)
from claims.corroborate.matching.content import Content
from claims.corroborate.matching.explain import beside, numbers, times, written
from claims.corroborate.matching.rebuttals import rebutted
from claims.corroborate.model import StatedClaim
from claims.rules.lists import load
from claims.rules.vocabulary import POLICY_STANCES

What = Literal["same", "conflict", "apart"]

APPRAISED = 0.6
"""Likelihood of two claims that reject one act in words of their own."""
APPRAISING = {
    "rejected": "reject what {} said or did",
    "untrue": "call untrue what {} said",
    "unfit": "call {} unfit for office",
    "untempered": "say that {} lacks the temperament",
}
LASTING = ("unfit", "untempered")
DIVIDING = ("one article", "first person, two voices", "other figures")
"""Features that set two statements apart and leave open whether they contradict each other."""
PASSING, STANDING = 4, 31
"""Days between two rejections of what somebody said, and between two judgements of what somebody
is."""


@dataclass(frozen=True)
class Decided:
    """How two claims stand to each other, and why."""

    what: What
    likelihood: float
    """That the two say the same, from 0 to 1; trained on judged pairs (training/pairs.py)."""
    confirmed: bool
    """True for one stretch of words in both; False for a match that a person may want to look
    at."""
    matched: str
    differed: str


def decide(a: StatedClaim, x: Content, b: StatedClaim, y: Content) -> Decided:
    """The decision on two claims with their contents; symmetric but for the order of what is
    shown."""
    appraised, rebuttal = _one_appraisal(a, x, b, y), rebutted(a, x, b, y)
    if rebuttal:
        return Decided("conflict", 0.0, False, "one article", rebuttal)
    found = compare_words(a, x, b, y)
    if found is None:
        return appraised or Decided("apart", 0.0, False, "", "no words in common")
    if not appraised and out_of_reach(found, a, b):
        return Decided("apart", 0.0, False, "", "too little in common")
    found = in_context(found, x, y)
    given = features(found, a, b)
    likely = likelihood(given)
    matched = matched_words(found)
    conflict = conflict_of(found, a, b, likelihood(undivided(given)))
    if conflict:
        return Decided("conflict", likely, False, matched, conflict)
    if appraised:
        return appraised
    veto = veto_of(found) or other_people(a, b) or opposite(found, a, b)
    if veto or likely < _trained()["threshold"]:
        return Decided("apart", likely, False, matched, veto or "too little in common")
    return Decided("same", likely, verbatim(found), matched, differing_words(found))


def out_of_reach(found: Agreement, a: StatedClaim, b: StatedClaim) -> bool:
    """Whether no words around, as yet unlooked at, could make the two one or opposed: most pairs of
    a large store."""
    given, weights = features(found, a, b), _trained()["weights"]
    # Words around speak for the two in proportion, from not at all to wholly, so that this is the
    # most they can add.
    around = max(0.0, weights["context"]) + max(
        0.0, weights["topic"] + weights["fit, topic"] * given["fit"]
    )
    scores = [score(given), *([score(undivided(given))] if found.shared >= TELLING else [])]
    return all(sigmoid(one + around) < min(LIKELY, _trained()["threshold"]) for one in scores)


def undivided(given: Mapping[str, float]) -> dict[str, float]:
    """The features without what sets two statements apart and leaves open whether they contradict
    each other."""
    return {**given, **dict.fromkeys(DIVIDING, 0.0)}


def _one_appraisal(a: StatedClaim, x: Content, b: StatedClaim, y: Content) -> Decided | None:
    """The two as one where both reject what one person said or did, about the same time; None where
    they do not."""
    pair = shared(x.appraisals, y.appraisals)
    if pair is None or stance_role(a) != "supports" or stance_role(b) != "supports":
        return None
    days = abs((x.said - y.said).days) if x.said and y.said else None
    if x.article[0] != y.article[0] and (
        days is None or days > (STANDING if pair[0].what in LASTING else PASSING)
    ):
        return None
    said = APPRAISING[pair[0].what].format(pair[0].target.title())
    return Decided(
        "same", APPRAISED, False, f"both {said}: “{pair[0].words}” / “{pair[1].words}”", ""
    )


def verbatim(found: Agreement) -> bool:
    """Whether a stretch of six words or more is the same word for word, and no second voice says
    it."""
    return found.run >= 6 and found.voice >= 0


def features(found: Agreement, a: StatedClaim, b: StatedClaim) -> dict[str, float]:
    """What the trained weights weigh, each from 0 to 1."""
    same = float(found.voice == 1)
    near = math.exp(-found.days / 10) if found.days is not None else 0.3
    fit = found.cosine * min(found.shared, 20.0) / 20
    return {
        "bias": 1.0,
        "fit": fit,
        "whole": found.whole,
        "run": min(found.run, 10) / 10,
        "run mass": min(found.run_mass, 15.0) / 15,
        "quoted run": min(found.quoted_mass, 15.0) / 15,
        "second fit": found.second,
        "second rarest": found.second_rarest / 6,
        "one shared word": float(len(found.words) == 1),
        "names alone": float(found.named),
        "fit, one voice": same * fit,
        "rarest, one voice": same * found.rarest / 6,
        "second rarest, one voice": same * found.second_rarest / 6,
        "covered, one voice": same * found.covered,
        "near in time": near,
        "fit, near in time": fit * near,
        "context": found.context,
        "topic": found.topic,
        "fit, topic": fit * found.topic,
        "one article": float(found.one_article),
        "one article, heading": float(found.one_article and found.heading),
        "fit, both direct": fit * float(a.kind == b.kind == "direct"),
        "both policies": float({a.stance, b.stance} <= POLICY_STANCES),
        "first person, two voices": float(found.voice == -1 and found.spoken),
        "other figures": float(all(found.other_figures)),
    }


@cache
def _trained() -> dict[str, Any]:
    return load("agreement")


def likelihood(given: Mapping[str, float]) -> float:
    """Logistic regression over the features."""
    return sigmoid(score(given))


def score(given: Mapping[str, float]) -> float:
    """The weighed sum of the features."""
    weights: dict[str, float] = _trained()["weights"]
    return sum([weight * given[name] for name, weight in weights.items()])


def sigmoid(score: float) -> float:
    """A score as a probability."""
    return 1 / (1 + math.exp(-score))


def matched_words(found: Agreement) -> str:
    """The shared words and figures, for people."""
    shown = [*found.shown, *numbers(found.figures)]
    run = f"{found.run} words in a row; " if found.run >= 4 else ""
    voice = {1: "one speaker; ", -1: "two speakers; ", 0: ""}[found.voice]
    return voice + run + ("shared: " + ", ".join(shown) if shown else "no rare word shared")


def differing_words(found: Agreement) -> str:
    """Names, figures and times that one has and the other has not, for people."""
    names = [
        written(stems, text) for stems, text in zip(found.other_names, found.alike, strict=True)
    ]
    parts = (
        beside("says", *map(numbers, found.other_figures)),
        beside("gives the time", *map(times, found.other_dates)),
        beside("names", *names),
    )
    return "; ".join(part for part in parts if part)
