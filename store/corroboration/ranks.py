"""The place of labels in lists, the weakest first, and within a label statements first."""

from __future__ import annotations

from claims.rules.vocabulary import LABELS, Label

_PLACE: dict[Label, int] = {label: place for place, label in enumerate(LABELS, 1)}
"""Of labels in lists; 0 is SINGLE on a source without a name."""


def _ranks(*places: int) -> tuple[int, ...]:
    """Of each place that of statements, then that of attitudes, intentions and demands."""
    return tuple(2 * place + rest for place in places for rest in (0, 1))


RANKS = {"SINGLE": _ranks(0, 1), "UNNAMED": _ranks(0), "CONTESTED": ()} | {
    label: _ranks(place) for label, place in _PLACE.items() if label != "SINGLE"
}


def rank_of(label: Label, *, named: bool, stated: bool) -> int:
    """Where a proposition stands; SINGLE on a source without a name comes before all others, and of
    one label what somebody states before what is only held, meant or asked for."""
    place = 0 if label == "SINGLE" and not named else _PLACE[label]
    return 2 * place + (not stated)
