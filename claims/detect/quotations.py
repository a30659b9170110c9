"""Where quotations begin and end, in every style of mark; nothing about who said them.

quotes.py says what the detector was trained on and stays as it is; this says what a reader sees,
single marks included.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
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


def _single(text: str, at: int, end: int) -> list[Quotation]:
    out: list[Quotation] = []
    line, closings = at, dict[str, list[int]]()
    of_one_word: set[tuple[str, int]] = set()
    while opened := _SINGLE.search(text, at, end):
        mark, at = opened[1], opened.end()
        if mark not in closings:
            closings[mark] = _closings(text, line, end, _CLOSE_SINGLE[mark])
        number = bisect_left(closings[mark], at)
        close = closings[mark][number] if number < len(closings[mark]) else 0
        if mark == "‘":
            close = _before_next(text, at, close) if close else _loosely(text, at, end)
        if not close or (mark, close) in of_one_word:
            continue
        if len(text[at:close].split()) >= MIN_SINGLE_QUOTED_WORDS:
            out.append(Quotation(opened.start(), close + 1, True))
            at = close + 1
        else:  # nor do the words of an opening behind it
            of_one_word.add((mark, close))
    return out


def _loosely(text: str, at: int, end: int) -> int:
    """Where a quotation closes that no mark with punctuation closes: before a word that goes on behind it; 0 where
    there is none."""
    if _ELIDED.match(text, at):
        return 0
    return next((i for i in _places(text, "’", at, end) if _LOOSE.match(text, i + 1)), 0)


def _before_next(text: str, at: int, close: int) -> int:
    """Where a quotation closes whose closing mark has no punctuation beside it, since another opens before the
    next that has: "called it ‘a matter of years’ and ‘no joke’."."""
    opening = (m for m in _SINGLE.finditer(text, at, close)) if close else iter(())
    another = next((m for m in opening if m[1] == "‘" and not _ELIDED.match(text, m.end())), None)
    if another is None:
        return close
    loose = [i for i in _places(text, "’", at, another.start()) if _LOOSE.match(text, i + 1)]
    return loose[-1] if loose else close


def _closings(text: str, at: int, end: int, marks: str) -> list[int]:
    """The single marks that no letter follows and that punctuation stands beside."""
    found = [i for mark in marks for i in _places(text, mark, at, end)]
    return sorted(i for i in found if _closes(text[i - 1 : i], text[i + 1 : i + 3]))


def _places(text: str, mark: str, at: int, end: int) -> Iterator[int]:
    while (at := text.find(mark, at, end)) >= 0:
        yield at
        at += 1


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
        self._known: dict[int, bytearray] = {}

    def __getitem__(self, at: int) -> int:
        before = max(self._text.rfind("\n", 0, at), self._text.rfind("\r", 0, at))
        if before not in self._known:
            ends = (self._text.find(mark, at) for mark in "\r\n")
            end = min((end for end in ends if end >= 0), default=len(self._text) - 1)
            # With the breaks on both sides, for what stands beside a mark tells what it is.
            self._known[before] = spoken_positions(self._text[max(0, before) : end + 1])
        return self._known[before][at - max(0, before)]
