"""How a draft's words depart from those of the place where they stand best, and whether anybody could mind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.corroborate.matching.term_weights import content_words
from claims.proof.align import GAP, like
from claims.proof.capitals import names_of
from claims.proof.figures import FIGURE
from claims.proof.model import Bearing, Change, Piece
from claims.proof.places import Found
from claims.proof.words import Word, time_words, words_of
from claims.rules.lists import words as listed_words

ORDER: tuple[Change, ...] = (
    "number", "negation", "name", "time", "run together", "paraphrase", "left out",
    "tense or person", "words",
)  # fmt: skip
"""Which kind is told first where there are several."""
_ENDS = re.compile(r"[.!?\n]")
_LEFT_OUT: tuple[tuple[str, Bearing], ...] = (
    ("hedges", "hedged"), ("conditions", "conditional"), ("intentions", "planned"),
)  # fmt: skip
FEW_HIDDEN = 2
"""Words that an ellipsis or a bracket stands for, of which a hedge tells what it hides."""
_BEFORE_WORDS = 30
"""Characters before a passage of the draft in which it may say itself what narrows it."""


@dataclass
class Stretch:
    """Words that stand in one of the two alone, between words that both have."""

    draft: list[Word] = field(default_factory=list)
    record: list[Word] = field(default_factory=list)
    free: bool = False
    """Whether the draft itself says that something is left out here."""
    before: int | None = None
    """The place in the record of the word before."""
    after: int | None = None
    """That of the word behind."""


@dataclass(frozen=True)
class Compared:
    """What differs."""

    cut_off: Word | None
    """The word before the place that narrows it, and the draft leaves out."""
    changes: tuple[Change, ...]
    harmless: tuple[str, ...]
    """What differs and changes nothing, in words."""
    bearing: Bearing | None = None
    """What the record does with the words, and the draft leaves out."""


def compare(found: Found) -> Compared:
    """The draft's words beside those of the place."""
    cut = _cut_off(found)
    changes: set[Change] = {"left out"} if cut else set()
    if cut and cut.key in content_words("negators"):
        changes.add("negation")
    changes |= {"run together"} if found.is_stitched else set()
    harmless: list[str] = []
    apart = [*stretches(found)]
    for stretch in apart:
        kind = _kind(found, stretch)
        if kind in ORDER:
            changes.add(kind)
        elif kind:
            harmless.append(kind)
    if _contracted(found):
        harmless.append("contraction")
    ordered = tuple(change for change in ORDER if change in changes)
    bearing = next((b for b in map(_bearing, apart) if b), None)
    return Compared(cut, ordered, tuple(dict.fromkeys(harmless)), bearing)


def _bearing(stretch: Stretch) -> Bearing | None:
    """Whether the record leaves open, puts under a condition or only means to do what the draft says outright."""
    ours, theirs = ({word.key for word in some} for some in (stretch.draft, stretch.record))
    if stretch.free and len(stretch.record) > FEW_HIDDEN:
        return None
    for name, bearing in _LEFT_OUT[:1] if stretch.free else _LEFT_OUT:
        said = listed_words("proof", name)
        if not ours & said and any(
            not any(like(key, own) for own in ours) for key in theirs & said
        ):
            return bearing
    return None


def _cut_off(found: Found) -> Word | None:
    """The word before the passage that narrows it in the record, and not in the draft."""
    first, words = found.places[0], found.article.words
    if not first or not found.in_marks or not found.article.quoted[words[first - 1].start]:
        return None
    key, draft = words[first - 1].key, found.wording
    gap = found.article.stated.text[words[first - 1].end : words[first].start]
    if key not in listed_words("proof", "qualifiers") or gap.strip():
        return None
    before = words_of(
        draft.text, max(0, draft.words[0].start - _BEFORE_WORDS), draft.words[0].start
    )
    return None if key in [word.key for word in before] else words[first - 1]


def stretches(found: Found) -> Iterator[Stretch]:
    """What lies between words that correspond, in order; at both ends as many words of the record as the
    draft has others."""
    words, here, last = found.article.words, Stretch(), None
    lowest, highest = found.bounds or (0, len(words))
    for word, place in zip(found.wording.words, found.places, strict=True):
        if word.key == GAP:
            here.free = True
        elif place is None:
            here.draft.append(word)
        else:
            start = place - len(here.draft) if last is None else last + 1
            here.record += _in_one_sentence(found, max(lowest, start), place, forward=False)
            last = place
            if words[place].key != word.key:
                here.draft.append(word)
                here.record.append(words[place])
                continue
            here.after = place
            if here.draft or here.record:
                yield here
            here = Stretch(before=place)
    if last is not None:
        article = last + 1 < len(words) and words[last + 1].key in ("a", "an", "the")
        end = min(highest, last + 1 + len(here.draft) + (article and bool(here.draft)))
        here.record += _in_one_sentence(found, last + 1, end, forward=True)
    if here.draft or here.record:
        yield here


def _in_one_sentence(found: Found, start: int, end: int, *, forward: bool) -> list[Word]:
    """The words between two places; those alone that no end of a sentence parts from the passage."""
    words, text = found.article.words, found.article.stated.text
    held = list(words[start:end])
    if start > found.held[0] and end <= found.held[-1]:
        return held
    order = range(start, end) if forward else range(end - 1, start - 1, -1)
    kept: list[Word] = []
    for place in order:
        left, right = (place - 1, place) if forward else (place, place + 1)
        if (
            right < len(words)
            and left >= 0
            and _ENDS.search(text[words[left].end : words[right].start])
        ):
            break
        kept.append(words[place])
    return kept if forward else kept[::-1]


def _kind(found: Found, stretch: Stretch) -> str:
    """The kind of change, the name of what is harmless, or "" for what is none."""
    draft, record = stretch.draft, [] if stretch.free else stretch.record
    if found.in_marks and record:
        spoken = [word for word in record if found.article.quoted[word.start]]
        if len(spoken) < len(record) and not draft:
            # Words between two quotations are the reporter's; more of the speaker's own are gone.
            return "run together" if _telling(spoken) else ""
        record = spoken or record
    a, b = [word.key for word in draft], [word.key for word in record]
    if not a and not b:
        return ""
    if {*a, *b} <= listed_words("proof", "fillers"):
        return f"“{' '.join(a or b)}”"
    if {*a, *b} <= {"a", "an", "the"}:
        return "an article"
    return _meaning(found, draft, record, a, b)


def _telling(words: Sequence[Word]) -> bool:
    return any(word.key not in listed_words("proof", "fillers") for word in words)


def _meaning(
    found: Found, draft: Sequence[Word], record: Sequence[Word], a: list[str], b: list[str]
) -> Change:
    """The kind of a change that may matter."""
    figures = [{key for key in keys if key.startswith(FIGURE)} for keys in (a, b)]
    negators = content_words("negators")
    if figures[0] != figures[1]:
        return "number"
    if bool(negators & {*a}) != bool(negators & {*b}):
        return "negation"
    if time_words() & {*a} != time_words() & {*b}:
        return "time"
    names = names_of(found.wording.text, draft), names_of(found.article.stated.text, record)
    if names[0] != names[1]:
        return "name"
    small = listed_words("proof", "persons_and_tenses")
    if a and b and all(key in small or any(like(key, o) for o in b) for key in a):
        return "tense or person"
    if not a:
        return "left out"
    return "words"


def _contracted(found: Found) -> bool:
    """Whether one of the two contracts what the other writes out."""
    pairs = zip(found.wording.words, found.places, strict=True)
    return any(
        place is not None
        and found.article.words[place].key == word.key
        and found.article.words[place].contracted != word.contracted
        for word, place in pairs
    )


def pieces(found: Found, cut_off: Word | None = None) -> Iterator[Piece]:
    """The comparison in the order of the draft, for people: what both have, what either has alone; cut_off: what the
    record has before them."""
    if cut_off:
        yield _piece("-", found.article.stated.text, [cut_off])
    apart = {stretch.before: stretch for stretch in stretches(found)}
    yield from _apart(found, apart.get(None))
    same: list[Word] = []
    for word, place in zip(found.wording.words, found.places, strict=True):
        if place is None or found.article.words[place].key != word.key:
            continue
        same.append(word)
        if place in apart:
            yield _piece("=", found.wording.text, same)
            same = []
            yield from _apart(found, apart[place])
    if same:
        yield _piece("=", found.wording.text, same)


def _apart(found: Found, stretch: Stretch | None) -> Iterator[Piece]:
    """What the record has alone, then what the draft has."""
    if stretch and stretch.record and not stretch.free:
        yield _piece("-", found.article.stated.text, stretch.record)
    if stretch and stretch.draft:
        yield _piece("+", found.wording.text, stretch.draft)


def _piece(sign: str, text: str, words: Sequence[Word]) -> Piece:
    return Piece(sign, text[words[0].start : words[-1].end])  # type: ignore[arg-type]
