"""How likely an attribution is right, from what the network was unsure of; no network here.

Right is what `score.py` counts as right: the content overlaps by half and the source is the same.
The weights of the signs are fitted by logistic regression on articles that training never saw
(training/calibrate.py).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

REASONS = {
    "cue": "its cue may be none",
    "source": "its source may end elsewhere",
    "content": "its content may be none",
    "edges": "its content may begin or end elsewhere",
    "owner": "its content may belong to another cue",
    "giver": "its cue may belong to another source",
}
SURE = ("cue", "source", "content", "edges")
LEAST_DOUBT = 0.003
"""Surer than that is not told apart."""
MIN_TOLD_LOG_ODDS = 0.7
"""A sign that takes so much off the log-odds is told as a reason: it halves the odds."""


@dataclass(frozen=True)
class Signs:
    """Natural logarithms of probabilities, 0 where the network was certain."""

    cue: float
    source: float
    content: float
    edges: float
    """Of the less certain edge of the content."""
    owner: float
    """Of the content's link to its cue."""
    giver: float
    """Of the cue's link to its source, or to none."""
    sourceless: float = 0.0
    """1 where no source was found."""
    short: float = 0.0
    """1 for a content of at most three words."""
    quoted: float = 0.0
    """The share of the content's words that stand in quotation marks."""


CERTAIN = Signs(0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def measures(signs: Signs) -> dict[str, float]:
    """What the weights are for: the signs, but of each of SURE how far from doubt it is.

    A logarithm hardly tells .95 from .999, and between them lies most of what is found; -log(1 - p)
    does.
    """
    sure = {name: -math.log(1 - math.exp(getattr(signs, name)) + LEAST_DOUBT) for name in SURE}
    if signs.sourceless:
        sure["source"] = 0.0
    return vars(signs) | sure


def probability(signs: Signs, weights: Mapping[str, float]) -> float:
    """How likely the attribution is right, 0 to 1."""
    odds = weights["bias"] + sum(weights[name] * value for name, value in measures(signs).items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def reasons(signs: Signs, weights: Mapping[str, float]) -> tuple[str, ...]:
    """What took most off the probability, in words, the heaviest first."""
    now, certain = measures(signs), measures(replace(signs, **dict.fromkeys(REASONS, 0.0)))
    lowered = {name: weights[name] * (certain[name] - now[name]) for name in REASONS}
    heavy = sorted(
        (name for name in lowered if lowered[name] >= MIN_TOLD_LOG_ODDS),
        key=lambda name: -lowered[name],
    )
    return tuple(REASONS[name] for name in heavy[:2])


def word(confidence: float) -> str:
    """The probability in a word: "almost certain" from .95, "likely" from .75, "possible" from .5,
    else "doubtful"."""
    steps = ((0.95, "almost certain"), (0.75, "likely"), (0.5, "possible"))
    return next((said for least, said in steps if confidence >= least), "doubtful")
