"""Whether a draft says of all what the record says of some."""

from __future__ import annotations

from collections.abc import Sequence

from claims.proof.figures import FIGURE
from claims.proof.sides import Sides, figures_of
from claims.rules.lists import words as listed_words

WITHIN, MOST_WORDS, NOUN_WITHIN = 5, 3, 3
"""Words before a figure in which it stands of what it is a part, those of a share before what it is of, and those from
"every" to the end of its noun."""


def share_left_out(sides: Sides) -> bool:
    """Whether the draft says of all what the record says of some: "391 of the 412", "half of the 80"."""
    ours, theirs = sides.keys[0], [key for key in sides.keys[1] if key not in ("the", "all")]
    shares = listed_words("proof", "fractions")
    whole = {
        every
        for some, of, every in zip(theirs, theirs[1:], theirs[2:], strict=False)
        if of == "of" and (some.startswith(FIGURE) or some in shares)
        and every.startswith(FIGURE) and some not in ours
    }  # fmt: skip
    return any(key in whole and not _is_part(ours[:at]) for at, key in enumerate(ours))


def all_for_some(sides: Sides) -> bool:
    """Whether the draft says "all" in the very place of a figure, and not "nearly all"."""
    wholes = listed_words("proof", "universals") - listed_words("content", "negators")
    narrowed = listed_words("proof", "qualifiers")
    for stretch in sides.stretches:
        ours, theirs = ([word.key for word in some] for some in (stretch.draft, stretch.record))
        theirs += sides.lead[-MOST_WORDS:] if stretch.before is None else ()
        if {*ours} & wholes and not {*ours} & narrowed and figures_of(theirs):
            return not figures_of(ours)
    return False


def of_every_one(sides: Sides) -> bool:
    """Whether the draft says of every one what the record says of those alone "that were there"."""
    begins, universals = listed_words("proof", "restricting"), listed_words("proof", "universals")
    if not {*sides.keys[0]} & universals:
        return False
    gone = [s.record for s in sides.stretches if s.before is not None and not s.draft and s.record]
    ends = [(words[0].key, sides.record.index(words[0])) for words in gone]
    ends += [(sides.tail[0], len(sides.record))] if sides.tail else []
    theirs = sides.keys[1]
    held = {
        *theirs
    } & universals  # of the record's own "every child" a clause far behind says nothing
    return any(
        word in begins and (not held or bool({*theirs[max(0, at - NOUN_WITHIN) : at]} & universals))
        for word, at in ends
    )


def _is_part(before: Sequence[str]) -> bool:
    """Whether the words before a figure say that not all are meant: "of the", "nearly all of the"."""
    lead = [key for key in before if key != "the"][-WITHIN:]
    of = lead[-1:] == ["of"]
    lead = lead[:-1] if of else lead
    if lead[-1:] != ["all"]:
        return of
    return bool({*lead[-2:-1]} & listed_words("proof", "qualifiers"))
