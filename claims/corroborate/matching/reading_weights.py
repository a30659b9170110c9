"""What is weighed of two claims once they were read side by side: what their features say and what the pair reader
says (stacked generalisation, Wolpert 1992); what follows from it is decided in pair_model.py."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

from claims.corroborate.matching.pair_reader import PairReading
from claims.rules.lists import load

MEASURES = ("bias", "features", "same", "part", "contradicting")
MOST = 6.0
"""Logarithm of the odds beyond which more says no more."""


def measures(likely: float, reading: PairReading) -> dict[str, float]:
    """Every measure by its name in pair_reading.json: logarithms of odds."""
    return {
        "bias": 1.0,
        "features": log_odds(likely),
        "same": log_odds(reading.same),
        "part": log_odds(reading.part),
        "contradicting": log_odds(reading.contradicting),
    }


def log_odds(share: float) -> float:
    """The logarithm of the odds, bounded."""
    least = math.exp(-MOST)
    return max(-MOST, min(MOST, math.log(max(share, least) / max(1 - share, least))))


def together(likely: float, reading: PairReading) -> float:
    """That the two are one, by their features and by reading them."""
    weights: dict[str, float] = _trained()["weights"]
    score = sum([weights[measure] * value for measure, value in measures(likely, reading).items()])
    return 1 / (1 + math.exp(-score))


def read_from() -> float:
    """The likelihood by features from which two claims are read."""
    likelihood: float = _trained()["read"]
    return likelihood


def same_from() -> float:
    """The likelihood from which two claims are one proposition."""
    likelihood: float = _trained()["same"]
    return likelihood


@cache
def _trained() -> dict[str, Any]:
    """The weights, and the likelihoods from which something follows."""
    return load("pair_reading")
