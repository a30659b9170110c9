"""The place of labels in lists, the weakest first."""

from __future__ import annotations

from claims.rules.vocabulary import LABELS, Label

_RANK: dict[Label, int] = {label: rank for rank, label in enumerate(LABELS, 1)}
"""Of labels in lists; 0 is SINGLE on a source without a name."""


RANKS = {"SINGLE": (0, 1), "UNNAMED": (0,), "CONTESTED": ()} | {
    label: (rank,) for label, rank in _RANK.items() if label != "SINGLE"
}


def rank_of(label: Label, *, named: bool) -> int:
    """Where a proposition stands; SINGLE on a source without a name comes before all others."""
    return 0 if label == "SINGLE" and not named else _RANK[label]
