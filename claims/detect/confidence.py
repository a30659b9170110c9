"""How likely an attribution is right, from what the network was unsure of; no network here.

Right is what `score.py` counts as right: the content overlaps by half and the source is the same. The weights of the
signs are fitted by logistic regression on articles that training never saw (training/calibrate.py).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

REASONS = {
    "cue": "its cue may be none",
    "source": "its source may end elsewhere",
    "content": "its content may be none",
    "edges": "its content may begin or end elsewhere",
    "owner": "its content may belong to another cue",
    "giver": "its cue may belong to another source",
}
MOVED = 0.7
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

    @property
    def certainty(self) -> float:
        """How sure the network is of all three parts together, 0 to 1; no probability that the claim is right."""
        return math.exp(self.cue + self.source + self.content)


def probability(signs: Signs, weights: Mapping[str, float]) -> float:
    """How likely the attribution is right, 0 to 1."""
    odds = weights["bias"] + sum(weights[name] * value for name, value in vars(signs).items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def reasons(signs: Signs, weights: Mapping[str, float]) -> tuple[str, ...]:
    """What took most off the probability, in words, the heaviest first."""
    taken = {name: -weights[name] * getattr(signs, name) for name in REASONS}
    heavy = sorted((name for name in taken if taken[name] >= MOVED), key=lambda name: -taken[name])
    return tuple(REASONS[name] for name in heavy[:2])


def word(confidence: float) -> str:
    """The probability in a word: "almost certain" from .95, "likely" from .75, "possible" from .5, else "doubtful"."""
    steps = ((0.95, "almost certain"), (0.75, "likely"), (0.5, "possible"))
    return next((said for least, said in steps if confidence >= least), "doubtful")
