"""What stands beside a figure that a draft and the record both have: a bound, a currency, a unit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.proof.sides import Sides, shared_figures
from claims.rules.lists import words as listed_words

BOUND_WITHIN, BOUND_BEHIND, UNIT_WITHIN = 2, 4, 2
"""Words before a figure and behind it in which its bound stands, and behind it in which that of which it is a number
stands."""
_SIDES = ("upper_bounds", "lower_bounds")


def other_bound_or_unit(sides: Sides) -> bool:
    """Whether a figure of both is "fewer than 30" in one alone, or of dollars here and of crowns there."""
    return any(
        _bound(sides.keys[0], figure) != _bound(sides.keys[1], figure)
        or _apart(_units(sides.keys[0], figure), _units(sides.keys[1], figure))
        for figure in shared_figures(sides)
        if figure in sides.keys[1]
    )


def _bound(keys: Sequence[str], figure: str) -> str | None:
    """On which side of the figure the number lies; None where it is the figure."""
    at, negators = keys.index(figure), listed_words("content", "negators")
    for place in range(max(0, at - BOUND_WITHIN), at):
        if side := _side(keys[place]):
            is_turned = place > 0 and keys[place - 1] in negators  # "no more than 50"
            return next(other for other in _SIDES if (other != side) is is_turned)
    behind = keys[at + 1 : at + 1 + BOUND_BEHIND]
    joined = listed_words("proof", "before_bound")
    ends = (_side(b) for a, b in pairwise(behind) if a in joined)
    return next(filter(None, ends), None)


def _side(key: str) -> str | None:
    return next((side for side in _SIDES if key in listed_words("proof", side)), None)


def _units(keys: Sequence[str], figure: str) -> set[str]:
    at = keys.index(figure)
    behind = (key.removesuffix("s") for key in keys[at + 1 : at + 1 + UNIT_WITHIN])
    return {*behind} & listed_words("proof", "units")


def _apart(ours: set[str], theirs: set[str]) -> bool:
    return bool(ours and theirs) and not ours & theirs
