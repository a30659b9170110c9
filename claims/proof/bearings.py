"""What only one of two wordings of indirect speech leaves open, or only has still to come."""

from __future__ import annotations

from collections.abc import Set

from claims.proof.departures import LEAD_WORDS, Sides
from claims.proof.model import Bearing
from claims.rules.lists import words as listed_words

_MEANT: tuple[tuple[str, Bearing], ...] = (("intentions", "planned"), ("hopes", "hedged"))


def bearing_of(sides: Sides) -> Bearing | None:
    """Whether one of the two leaves open, or only has still to come, what the other says outright."""
    ours, theirs = map(set, sides.keys)
    alone = {word.key for stretch in sides.stretches for word in stretch.record}
    before = set(sides.keys[1][:LEAD_WORDS]) & listed_words("proof", "near_open")
    left_open = listed_words("proof", "open")
    if ((alone & left_open) or before) and not ours & left_open:
        return "hedged"
    for words, bearing in _MEANT:
        held = listed_words("proof", words)
        if alone & held and not ours & held and not ours & listed_words("proof", "hopes"):
            return bearing
    if _still_to_come(theirs, ours):
        return "planned"
    return _of_draft_alone(sides)


def _of_draft_alone(sides: Sides) -> Bearing | None:
    """What the draft leaves open, or has still to come, of which the record's sentence says that it is so."""
    ours, theirs = set(sides.keys[0]), sides.whole
    alone = {word.key for stretch in sides.stretches for word in stretch.draft}
    if alone & listed_words("proof", "hedges") - listed_words("proof", "backshifted"):
        unsure = listed_words("proof", "open") | listed_words("proof", "hopes")
        return None if theirs & (unsure | listed_words("proof", "hedges")) else "hedged"
    return "planned" if _still_to_come(ours, theirs) else None


def _still_to_come(these: Set[str], others: Set[str]) -> bool:
    """Whether one wording has to come what the other has done."""
    future, done = listed_words("proof", "future"), listed_words("proof", "done")
    return bool(these & future and not others & future and others & done and not these & done)
