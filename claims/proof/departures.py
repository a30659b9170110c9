"""In what indirect speech of a draft departs from the sentence of the record that says it most nearly: numbers,
times, names, polarity, strength, and what the record does with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claims.corroborate.matching.stems import antonyms, stem
from claims.corroborate.matching.term_weights import content_words
from claims.proof.align import GAP, like, weight_of
from claims.proof.changes import Stretch, names_of, stretches
from claims.proof.model import Change
from claims.proof.places import Found
from claims.proof.words import FIGURE, Word, time_words
from claims.rules.lists import listed, load
from claims.rules.lists import words as listed_words
from claims.rules.patterns import alternation

_OPPOSED = re.compile(rf"^(?:{alternation(listed('proof', 'turning_prefixes'))})")
MIN_LETTERS = 4
"""Of a word that a prefix turns into its contrary."""
LEAD_WORDS = 3
"""Before the words that correspond, in which a negation or a modal still bears on them."""
MAX_APART = 5
"""Words in which one name may stand for another."""
MIN_TELLING = 0.8
"""Weight of a word that carries meaning."""


@dataclass(frozen=True)
class Sides:
    """The words of the draft, and those of the record from where they begin to correspond to where they
    end."""

    draft: tuple[Word, ...]
    record: tuple[Word, ...]
    whole: frozenset[str]
    """Every word of the record's sentence."""
    stretches: tuple[Stretch, ...]

    @property
    def keys(self) -> tuple[list[str], list[str]]:
        """The folded words of both."""
        return [word.key for word in self.draft], [word.key for word in self.record]


def sides_of(found: Found, first: int, last: int) -> Sides:
    """The two sides; first and last are the places of the record's sentence."""
    held = found.held or [first]
    start = max(first, min(held) - LEAD_WORDS)
    words, apart = found.article.words, tuple(stretches(found))
    tail = len(apart[-1].record) if apart and apart[-1].after is None else 0
    return Sides(
        tuple(word for word in found.wording.words if word.key != GAP),
        words[start : max(held) + 1 + tail],
        frozenset(word.key for word in words[first:last]),
        apart,
    )


def changes_of(found: Found, sides: Sides) -> tuple[Change, ...]:
    """In what the draft's words depart from the record's."""
    out: list[Change] = []
    if number := _number(sides):
        out.append(number)
    if is_negated(sides):
        out.append("negation")
    if _times_differ(sides):
        out.append("time")
    if any(_other_name(found, stretch) for stretch in sides.stretches):
        out.append("name")
    if _stronger(sides):
        out.append("stronger")
    return tuple(dict.fromkeys(out))


def _figures(keys: Sequence[str]) -> set[str]:
    fractions = listed_words("proof", "fractions")
    return {key for key in keys if key.startswith(FIGURE) or key in fractions}


def _number(sides: Sides) -> Change | None:
    if _share_left_out(sides):
        return "number"
    lacking = lacking_figures(sides)
    if not lacking or not _figures([*sides.whole]) - _figures(sides.keys[0]):
        return None
    draft = sides.keys[0]
    beside = {draft[at + 1] for at, key in enumerate(draft[:-1]) if key in lacking}
    beside |= {draft[at - 1] for at, key in enumerate(draft) if at and key in lacking}
    return "time" if beside & time_words() else "number"


def _share_left_out(sides: Sides) -> bool:
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


def _is_part(before: Sequence[str]) -> bool:
    """Whether the words before a figure say that not all are meant: "of the", "nearly all of the"."""
    lead = [key for key in before if key != "the"][-MAX_APART:]
    of = lead[-1:] == ["of"]
    lead = lead[:-1] if of else lead
    if lead[-1:] != ["all"]:
        return of
    return bool({*lead[-2:-1]} & listed_words("proof", "qualifiers"))


def lacking_figures(sides: Sides) -> set[str]:
    """Figures of the draft that the record's sentence lacks."""
    return _figures(sides.keys[0]) - _figures([*sides.whole])


def shared_figures(sides: Sides) -> set[str]:
    """Figures of the draft that the record's sentence has too."""
    return _figures(sides.keys[0]) & _figures([*sides.whole])


def _negators(keys: Sequence[str]) -> int:
    turning = content_words("negators") | listed_words("proof", "instead")
    neither = "neither" in keys
    return sum(key in turning and not (neither and key == "nor") for key in keys)


def is_negated(sides: Sides) -> bool:
    """Whether one of the two is turned round."""
    ours, theirs = sides.keys
    if _negators(ours) % 2 != _negators(theirs) % 2:
        return True
    return any(_opposed(stretch) for stretch in sides.stretches)


def has_own_not(sides: Sides, *, in_draft: bool) -> bool:
    """Whether one of the two alone turns round the very words that both have: nothing that tells more, and
    no clause about another word, stands with its negation."""
    for stretch in sides.stretches:
        ours, theirs = ([word.key for word in some] for some in (stretch.draft, stretch.record))
        own, other = (ours, theirs) if in_draft else (theirs, ours)
        if _negators(own) % 2 == _negators(other) % 2 or not _negators(own):
            continue
        more = [key for key in own if not any(like(key, one) for one in other)]
        if {*more} & listed_words("proof", "relatives"):
            continue
        if all(_negators([key]) or weight_of(key) < MIN_TELLING for key in more):
            return True
    return False


def _opposed(stretch: Stretch) -> bool:
    ours, theirs = ([word.key for word in some] for some in (stretch.draft, stretch.record))
    pairs = [(a, b) for a in ours for b in theirs]
    return any(
        stem(b) in antonyms().get(stem(a), ())
        or stem(b) in _opposites().get(stem(a), ())
        or (len(min(a, b, key=len)) >= MIN_LETTERS and a != b and _bare(a) == _bare(b))
        for a, b in pairs
    )


@cache
def _opposites() -> dict[str, frozenset[str]]:
    """For a stem those of its contraries."""
    pairs = [tuple(map(stem, pair)) for pair in load("proof")["opposites"]["pairs"]]
    found: dict[str, set[str]] = {}
    for left, right in (*pairs, *((b, a) for a, b in pairs)):
        found.setdefault(left, set()).add(right)
    return {word: frozenset(others) for word, others in found.items()}


def _bare(word: str) -> str:
    return _OPPOSED.sub("", word)


def _times_differ(sides: Sides) -> bool:
    ours, theirs = map(set, sides.keys)
    for group in (time_words(), listed_words("proof", "time_units")):
        mine, other = (
            {key.removesuffix("s") for key in keys if key in group} for keys in (ours, theirs)
        )
        if mine - other and other - mine:
            return True
    return False


def _other_name(found: Found, stretch: Stretch) -> bool:
    """Whether a name stands where the record has another."""
    record = found.article.stated.text
    ours, theirs = names_of(found.wording.text, stretch.draft), names_of(record, stretch.record)
    few = max(len(stretch.draft), len(stretch.record)) <= MAX_APART
    return bool(ours and theirs) and not ours & theirs and few


def _stronger(sides: Sides) -> bool:
    """Whether the draft says outright what the record leaves open."""
    ours, theirs = map(set, sides.keys)
    strong = listed_words("proof", "strong")
    alone = {word.key for stretch in sides.stretches for word in stretch.draft}
    return bool(alone & strong - theirs - sides.whole) and not ours <= theirs


def other_modifier(found: Found, sides: Sides) -> bool:
    """Whether a word stands for another before a word that both have: a synonym, or another thing."""
    return any(_other_modifier(found, stretch) for stretch in sides.stretches)


def _other_modifier(found: Found, stretch: Stretch) -> bool:
    """Whether one word stands for another before a word that both have, as "west steps" for "inner steps"."""
    ours, theirs = (
        [word for word in some if weight_of(word.key) >= MIN_TELLING]
        for some in (stretch.draft, stretch.record)
    )
    if len(ours) != 1 or len(theirs) != 1 or stretch.after is None:
        return False
    if like(ours[0].key, theirs[0].key):
        return False
    behind = found.article.words[stretch.after]
    gap = found.article.stated.text[theirs[0].end : behind.start]
    return not gap.strip() and weight_of(behind.key) >= MIN_TELLING
