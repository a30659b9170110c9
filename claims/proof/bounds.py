"""What stands beside a figure that a draft and the record both have: a bound, a currency, a unit."""

from __future__ import annotations

from collections.abc import Sequence

from claims.proof.sides import Sides, shared_figures
from claims.rules.lists import words as listed_words

BOUND_WITHIN, UNIT_WITHIN = 2, 2
"""Words before a figure in which its bound stands, and behind it in which that of which it is a number stands."""
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
    at = keys.index(figure)
    before = {*keys[max(0, at - BOUND_WITHIN) : at]}
    return next((side for side in _SIDES if before & listed_words("proof", side)), None)


def _units(keys: Sequence[str], figure: str) -> set[str]:
    at = keys.index(figure)
    behind = (key.removesuffix("s") for key in keys[at + 1 : at + 1 + UNIT_WITHIN])
    return {*behind} & listed_words("proof", "units")


def _apart(ours: set[str], theirs: set[str]) -> bool:
    return bool(ours and theirs) and not ours & theirs
