"""What the trained weights weigh of two claims; which weights and what follows stands in
pair_model.py."""

from __future__ import annotations

import math

from claims.corroborate.matching.agreement import Agreement
from claims.corroborate.matching.term_weights import RAREST_WEIGHT
from claims.corroborate.model import StatedClaim
from claims.rules.vocabulary import POLICY_STANCES

FULL_RUN_WORDS, FULL_RUN_MASS = 10, 15.0
"""Length and weight of a stretch of common words from which more shows no more."""
MOST_UNSHARED = (60.0, 120.0)
"""Weight that a content has alone, of the one with less and the one with more, from which more shows
no more: about ten and twenty rare words."""
NEARNESS_DAYS = 10
"""Days in which nearness in time falls to 1/e."""
UNDATED_NEARNESS = 0.3
"""Of an article without a date: as of twelve days, which is neither near nor far."""


def features_of(agreement: Agreement, a: StatedClaim, b: StatedClaim) -> dict[str, float]:
    """Every feature by its name in agreement.json, each from 0 to 1."""
    return {
        "bias": 1.0,
        **_of_words(agreement),
        **_of_one_voice(agreement),
        **_of_setting(agreement),
        **_of_whole(agreement),
        "negated": float(agreement.difference.negated),
        "opposed": float(bool(agreement.difference.opposed)),
        "one stance": float(a.stance == b.stance),
        "fit, both direct": agreement.likeness.fit * float(a.kind == b.kind == "direct"),
        "both policies": float({a.stance, b.stance} <= POLICY_STANCES),
        "other figures": float(all(agreement.difference.figures)),
    }


def _of_words(agreement: Agreement) -> dict[str, float]:
    likeness = agreement.likeness
    return {
        "fit": likeness.fit,
        "whole": likeness.whole_cosine,
        "run": min(likeness.run_words, FULL_RUN_WORDS) / FULL_RUN_WORDS,
        "run mass": min(likeness.run_mass, FULL_RUN_MASS) / FULL_RUN_MASS,
        "quoted run": min(likeness.quoted_run_mass, FULL_RUN_MASS) / FULL_RUN_MASS,
        "second fit": likeness.second_fit,
        "second rarest": likeness.second_rarest / RAREST_WEIGHT,
        "one shared word": float(len(likeness.stems) == 1),
        "names alone": float(likeness.names_only),
    }


def _of_whole(agreement: Agreement) -> dict[str, float]:
    whole = agreement.whole
    less, more = whole.unshared
    return {
        "covered": whole.covered,
        "unshared, less": min(less, MOST_UNSHARED[0]) / MOST_UNSHARED[0],
        "unshared, more": min(more, MOST_UNSHARED[1]) / MOST_UNSHARED[1],
        "rarest unshared": whole.rarest_unshared / RAREST_WEIGHT,
        "words": whole.words,
        "letters": whole.letters,
        "length": whole.length,
        **_of_pairs("figures", whole.figures),
        **_of_pairs("times", whole.dates),
        **_of_pairs("names", whole.names),
    }


def _of_pairs(name: str, apart: tuple[bool, bool]) -> dict[str, float]:
    return {f"{name} in one": float(apart[0]), f"{name} in both": float(apart[1])}


def _of_one_voice(agreement: Agreement) -> dict[str, float]:
    likeness, voice = agreement.likeness, agreement.setting.voice
    one_voice = float(voice == 1)
    return {
        "fit, one voice": one_voice * likeness.fit,
        "rarest, one voice": one_voice * likeness.rarest / RAREST_WEIGHT,
        "second rarest, one voice": one_voice * likeness.second_rarest / RAREST_WEIGHT,
        "covered, one voice": one_voice * likeness.whole_containment,
        "first person, two voices": float(voice == -1 and agreement.setting.first_person),
    }


def _of_setting(agreement: Agreement) -> dict[str, float]:
    fit, setting = agreement.likeness.fit, agreement.setting
    days = setting.days_apart
    nearness = UNDATED_NEARNESS if days is None else math.exp(-days / NEARNESS_DAYS)
    return {
        "near in time": nearness,
        "fit, near in time": fit * nearness,
        "context": setting.context,
        "topic": setting.topic,
        "fit, topic": fit * setting.topic,
        "one article": float(setting.one_article),
        "one article, heading": float(setting.one_article and setting.heading),
    }
