"""Sentences and clauses of a content, as words, figures, times, names and polarity; a whole content
is read in content.py."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from string import ascii_lowercase
from typing import NamedTuple

from claims.corroborate.matching.term_weights import (
    TOKEN,
    content_words,
    digits_of,
    mass,
    square,
    telling_stem,
)
from claims.folding import fold_word
from claims.rules.lists import listed, load, words
from claims.rules.patterns import alternation

SENTENCE_BREAK = re.compile(
    r"(?<=[.!?…;])[\"'”’)\]]*\s+|\s…\s|\n+|\s[-–—]{1,3}\s|—"
    rf"|,?\s(?=(?:{alternation(listed('content', 'joining'))})\s)"
)
COMMA_BREAK = re.compile(r"(?<=,)[\"'\u201d]*\s+(?=\S+\s+\S+\s+\S+\s)")
OPENING_MARKS, CLOSING_MARKS = "\u201c\u00ab", "\u201d\u00bb"
OPENING = re.compile(r"[\u201c\u00ab\"]|''")
MARK_OR_TOKEN = re.compile(TOKEN.pattern + r"|[\u201c\u201d\u00ab\u00bb\"]|''")
PERMITTING = words("content", "permitting")
CLAUSE_OPENERS = words("content", "clause_openers")
DESCRIBING = ("who", "which")
"""A word before a negation, one word between them, by which it describes and denies nothing."""
MAX_SEGMENT_WORDS = 14
"""A longer sentence is parted at its commas: it mostly says more than one thing."""
MAX_NAME_WORDS = 4
"""Of a content that is a name alone; a longer run of capitals is a headline."""
HEAD_STEMS = 3
"""Telling words within which a sentence comes to its predicate."""


@dataclass(frozen=True)
class Segment:
    """One sentence of a content, or one stretch of a quotation."""

    text: str
    words: tuple[str, ...]
    """Every word, folded."""
    aligned: tuple[str, ...]
    """For each word its stem, "" where it carries no content."""
    bag: frozenset[str]
    """Stems of the words that carry content, figures and times left out."""
    figures: frozenset[str]
    dates: frozenset[str]
    names: frozenset[str]
    bare_name: bool
    """Whether it is a name and nothing else."""
    turns: tuple[int, ...]
    """Places of the words that turn the sentence into its contrary."""
    quoted: tuple[bool, ...]
    """For each word, whether quotation marks enclose it."""

    @cached_property
    def opening(self) -> frozenset[str]:
        """Stems up to the first clause about something already named."""
        clause = next(
            (i for i, word in enumerate(self.words) if i and word in CLAUSE_OPENERS),
            len(self.words),
        )
        return frozenset(stem for stem in self.aligned[:clause] if stem)

    @cached_property
    def head(self) -> frozenset[str]:
        """The stems within which it comes to its predicate."""
        return frozenset([stem for stem in self.aligned if stem][:HEAD_STEMS])

    @cached_property
    def mass(self) -> float:
        """Weight of its stems."""
        return mass(self.bag)

    @cached_property
    def square(self) -> float:
        """Squared weights of its stems."""
        return square(self.bag)


class _Token(NamedTuple):
    word: str
    """Folded."""
    written: str
    start: int


def segments_of(plain: str, kind: str) -> tuple[Segment, ...]:
    """The segments of a content that was made plain; none where it has no word."""
    inside = kind == "direct" or (
        kind == "mixed" and not OPENING.search(plain.partition("\u201d")[0])
    )
    segments = []
    for piece in _pieces(plain):
        if piece.strip():
            segment, inside = _segment(piece, inside, kind == "direct")
            segments.append(segment)
    return tuple(segment for segment in segments if segment.words)


def rejects(segment: Segment) -> bool:
    """Whether the sentence calls something untrue, outside quotation marks."""
    return any(
        word in content_words("rejecting") and not quoted
        for word, quoted in zip(segment.words, segment.quoted, strict=True)
    )


def _pieces(text: str) -> Iterator[str]:
    """Sentences and clauses; a long one is parted at its commas."""
    for piece in SENTENCE_BREAK.split(text):
        if piece and len(piece.split()) > MAX_SEGMENT_WORDS:
            yield from COMMA_BREAK.split(piece)
        elif piece:
            yield piece


def _segment(text: str, inside: bool, direct: bool) -> tuple[Segment, bool]:
    """The segment, and whether a quotation goes on after it."""
    quoted, inside = _quoted(text, inside, direct)
    tokens = [_Token(fold_word(m[0]), m[0], m.start()) for m in TOKEN.finditer(text)]
    folded = tuple(token.word for token in tokens)
    figures, aligned, names = set(), [], set()
    for place, token in enumerate(tokens):
        mark = text[max(0, token.start - 1) : token.start]
        figure = _figure(token.word, folded[place + 1 : place + 2], mark)
        aligned.append("" if figure else telling_stem(token.word))
        if figure:
            figures.add(figure)
        elif aligned[-1] and token.written[0].isupper() and place:
            names.add(aligned[-1])
    segment = Segment(
        text.strip(), folded, tuple(aligned), frozenset(aligned) - {""}, frozenset(figures), _dates(tokens),
        frozenset(names), _is_name(tokens), _turns(folded), tuple(quoted),
    )  # fmt: skip
    return segment, inside


def _quoted(text: str, inside: bool, direct: bool) -> tuple[list[bool], bool]:
    """For each word whether quotation marks enclose it, and whether a quotation goes on after the
    last."""
    quoted = []
    for match in MARK_OR_TOKEN.finditer(text):
        mark = match[0]
        if mark[0].isalnum():
            quoted.append(inside or direct)
        else:
            inside = mark in OPENING_MARKS or (mark not in CLOSING_MARKS and not inside)
    return quoted, inside


def _figure(word: str, after: Sequence[str], before: str) -> str:
    """The number that the word stands for, scaled by the word after it; "" where it is none."""
    digits = digits_of(word)
    if not digits:
        return ""
    value = float(digits.rstrip(ascii_lowercase))
    value *= load("content")["scales"]["words"].get(after[0], 1) if after else 1
    return ("$" if before in "$€£" and before else "") + f"{value:.12g}"


def _dates(tokens: Sequence[_Token]) -> frozenset[str]:
    """Weekdays and months; May alone needs its capital, and not at the beginning."""
    dates = {token.word for token in tokens if token.word in content_words("dates")}
    return frozenset(dates | {"may" for token in tokens[1:] if token.written == "May"})


def _is_name(tokens: Sequence[_Token]) -> bool:
    return len(tokens) <= MAX_NAME_WORDS and all(
        token.written[0].isupper() and fold_word(token.written) not in content_words("stop")
        for token in tokens
    )


def _turns(folded: Sequence[str]) -> tuple[int, ...]:
    """Left out: an opening "No,", which answers; "not only", which adds; "who are not …", which
    describes; "not allow", which bans."""
    turning = content_words("negators") | content_words("contrary")
    return tuple(
        place
        for place, word in enumerate(folded)
        if (word in turning or word.endswith("n't"))
        and not (word == "no" and place == 0)
        and PERMITTING.isdisjoint(folded[place + 1 : place + 2])
        and (place < 2 or folded[place - 2] not in DESCRIBING)
    )
