"""What only one of two wordings of indirect speech leaves open, or only has still to come."""

from __future__ import annotations

from collections.abc import Sequence, Set

from claims.proof.model import Bearing
from claims.proof.sides import LEAD_WORDS, Sides
from claims.rules.lists import words as listed_words

_MEANT: tuple[tuple[str, Bearing], ...] = (("intentions", "planned"), ("hopes", "hedged"))


def bearing_of(
    sides: Sides, cue: Sequence[str] = (), record_cue: Sequence[str] = ()
) -> Bearing | None:
    """Whether one of the two leaves open, or only has still to come, what the other says outright; the words
    before which both say it count too."""
    ours, theirs = (set(_without_inability(keys)) for keys in sides.keys)
    meant = ours | {*cue}
    hoped = listed_words("proof", "hopes")
    if {*record_cue} & listed_words("proof", "hoping") and not meant & hoped:
        return "hedged"
    alone = {word.key for stretch in sides.stretches for word in stretch.record} & theirs
    alone |= set(_without_inability(sides.lead))
    before = set(_without_inability(sides.keys[1][: LEAD_WORDS + 1])) & listed_words(
        "proof", "near_open"
    )
    left_open = listed_words("proof", "open")
    if ((alone & left_open) or before) and not ours & left_open:
        return "hedged"
    merely = _hoping([*sides.lead, *sides.keys[1]])
    for words, bearing in _MEANT:
        held = listed_words("proof", words) - (merely if bearing == "planned" else set())
        if alone & held and not meant & held and not meant & hoped:
            return bearing
    if _still_to_come(theirs, ours):
        return "planned"
    return _of_draft_alone(sides)


def _without_inability(keys: Sequence[str]) -> list[str]:
    """The words without a "could" that is denied: who could not is left no choice."""
    pairs = zip(keys, [*keys[1:], ""], strict=False)
    return [a for a, b in pairs if not (a == "could" and b == "not")]


def _hoping(keys: Sequence[str]) -> set[str]:
    """Words for hoping without a "to" behind them, with which nobody means to do anything himself."""
    hopes = listed_words("proof", "hopes")
    pairs = zip(keys, [*keys[1:], ""], strict=False)
    return {key for key, behind in pairs if key in hopes and behind != "to"}


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
