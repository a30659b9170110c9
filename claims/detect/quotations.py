"""Where quotations begin and end, in every style of mark; nothing about who said them.

quotes.py says what the detector was trained on and stays as it is; this says what a reader sees,
single marks included.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from claims.rules.lists import listed
from claims.rules.patterns import alternation

PAIRS = {"“": '”“"', "„": '“”"', "‟": "”", "«": "»", "»": "«", '"': '"”', "＂": "＂"}
"""What closes each opening mark; straight and curly ones are often mixed."""
_MARK = re.compile('[“”„‟«»"＂]')
_SINGLE = re.compile(r"(?<![^\W_])(?<!['’‘])([‘'‚‹])(?=[^\W_]|[“\"\[(…])")
_ELIDED = re.compile(rf"\d|(?:{alternation(listed('function_words', 'elided'))})\b", re.IGNORECASE)
"""Behind a single mark that stands for what is left out: ‘80s, ‘tis."""
_LOOSE = re.compile(rf"\s(?:{alternation(listed('function_words', 'behind_closing'))})\b")
_DASHES = ("–", "—")
_CLOSE_SINGLE = {"‘": "’", "'": "'", "‚": "’‘", "‹": "›"}
MIN_SINGLE_QUOTED_WORDS = 2
"""Words that a quotation in single marks holds; one word is a title or an apostrophe."""


class Quotation(NamedTuple):
    """A quotation with its marks, in code points; closed is false where it runs to the line's end
    without one."""

    start: int
    end: int
    closed: bool


def quotations(text: str) -> list[Quotation]:
    """The outermost quotations in order; none crosses a line."""
    plain = text.replace("''", '" ').replace("``", '" ')
    lines = re.finditer(r"[^\r\n]+", plain)
    return [quotation for line in lines for quotation in _of_line(plain, line.start(), line.end())]


def _of_line(text: str, at: int, end: int) -> list[Quotation]:
    doubles, singles = _double(text, at, end), _single(text, at, end)
    apart = [
        q
        for q in singles
        if not any(
            _cross(d, q) or (d.start < q.start and q.end <= d.end) for d in _beside(doubles, q)
        )
    ]
    inner = [
        q for q in doubles if any(s.start < q.start and q.end <= s.end for s in _beside(apart, q))
    ]
    return sorted({*doubles, *apart} - {*inner})


def _beside(others: list[Quotation], one: Quotation) -> list[Quotation]:
    """Those that share a character with a quotation, of others in order and apart from one another."""
    first = bisect_right(others, one.start, key=lambda other: other.end)
    return others[first : bisect_left(others, one.end, key=lambda other: other.start)]


def _cross(one: Quotation, other: Quotation) -> bool:
    """Whether two quotations overlap and neither holds the other."""
    first, second = sorted((one, other))
    return second.start < first.end < second.end


def _double(text: str, at: int, end: int) -> list[Quotation]:
    out, opener, start, depth = [], "", 0, 0
    for match in _MARK.finditer(text, at, end):
        i, mark = match.start(), match[0]
        if not opener:
            if (
                mark in PAIRS
                and not (mark in '"＂' and text[i - 1 : i].isalnum() and i > at)
                and _opens(text, i, end)
            ):
                opener, start, depth = mark, i, 0
        elif mark in "“«" and opener in '"＂' and text[i + 1 : i + 2].isalnum():
            depth += 1
        elif depth and mark in "”»":
            depth -= 1
        elif mark in PAIRS[opener] and not (mark in "“«" and text[i + 1 : i + 2].isalnum()):
            out.append(Quotation(start, i + 1, True))
            opener = ""
    if opener:
        out.append(Quotation(start, end, False))
    return out


def _opens(text: str, at: int, end: int) -> bool:
    """A closing-looking mark opens only where a word follows at once."""
    return text[at] != "»" or text[at + 1 : at + 2].isalnum()


@dataclass(frozen=True)
class _Line:
    """A line with the places of its single marks, each looked for once."""

    text: str
    start: int
    end: int

    _closings: dict[str, list[int]] = field(default_factory=dict)

    def places(self, mark: str) -> Iterator[int]:
        """Where a mark stands."""
        at = self.start - 1
        while (at := self.text.find(mark, at + 1, self.end)) >= 0:
            yield at

    def closings(self, mark: str) -> list[int]:
        """Where what a single mark opens may close: no letter follows, and punctuation stands beside it."""
        if mark not in self._closings:
            found = sorted(i for closing in _CLOSE_SINGLE[mark] for i in self.places(closing))
            text = self.text
            self._closings[mark] = [
                i for i in found if _closes(text[i - 1 : i], text[i + 1 : i + 3])
            ]
        return self._closings[mark]

    @cached_property
    def loose(self) -> list[int]:
        """Where a quotation may close without punctuation: before a word that goes on behind it."""
        return [i for i in self.places("’") if _LOOSE.match(self.text, i + 1)]

    @cached_property
    def openings(self) -> list[int]:
        """Where a curly mark opens and stands for nothing left out."""
        found = (m for m in _SINGLE.finditer(self.text, self.start, self.end) if m[1] == "‘")
        return [m.start() for m in found if not _ELIDED.match(self.text, m.end())]


def _single(text: str, at: int, end: int) -> list[Quotation]:
    out: list[Quotation] = []
    line = _Line(text, at, end)
    of_one_word: set[tuple[str, int]] = set()
    while opened := _SINGLE.search(text, at, end):
        mark, at = opened[1], opened.end()
        close = _next(line.closings(mark), at)
        if mark == "‘":
            close = _before_next(line, at, close) if close else _loosely(line, at)
        if not close or (mark, close) in of_one_word:
            continue
        if len(text[at:close].split()) >= MIN_SINGLE_QUOTED_WORDS:
            out.append(Quotation(opened.start(), close + 1, True))
            at = close + 1
        else:  # nor do the words of an opening behind it
            of_one_word.add((mark, close))
    return out


def _next(places: list[int], at: int) -> int:
    """The first of the places from a position on; 0 where there is none."""
    number = bisect_left(places, at)
    return places[number] if number < len(places) else 0


def _loosely(line: _Line, at: int) -> int:
    """Where a quotation closes that no mark with punctuation closes: before a word that goes on behind it; 0 where
    there is none."""
    return 0 if _ELIDED.match(line.text, at) else _next(line.loose, at)


def _before_next(line: _Line, at: int, close: int) -> int:
    """Where a quotation closes whose closing mark has no punctuation beside it, since another opens before the
    next that has: "called it ‘a matter of years’ and ‘no joke’."."""
    another = _next(line.openings, at)
    if not 0 < another < close:
        return close
    before = bisect_left(line.loose, another)
    return line.loose[before - 1] if before and line.loose[before - 1] >= at else close


def _closes(before: str, behind: str) -> bool:
    after = behind[:1]
    if after.isalnum():
        return False
    dashed = behind[1:] in _DASHES and after.isspace()
    return before in ",.?!…—" or after in ",.;:)?!\r\n" or before in '”"' or dashed


def spoken_positions(text: str) -> bytearray:
    """One byte a code point, 1 inside any quotation marks, single, low and reversed ones
    included."""
    inside = bytearray(len(text))
    for start, end, _ in quotations(text):
        inside[start:end] = b"\x01" * (end - start)
    return inside


class SpokenAsAsked:
    """The same for the lines that are looked at, each once: no quotation crosses one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._closings: dict[int, bytearray] = {}

    def __getitem__(self, at: int) -> int:
        before = max(self._text.rfind("\n", 0, at), self._text.rfind("\r", 0, at))
        if before not in self._closings:
            ends = (self._text.find(mark, at) for mark in "\r\n")
            end = min((end for end in ends if end >= 0), default=len(self._text) - 1)
            # With the breaks on both sides, for what stands beside a mark tells what it is.
            self._closings[before] = spoken_positions(self._text[max(0, before) : end + 1])
        return self._closings[before][at - max(0, before)]
