"""Where quotations begin and end, in every style of mark; nothing about who said them.

quotes.py says what the detector was trained on and stays as it is; this says what a reader sees,
single marks included.
"""

from __future__ import annotations

import re
from typing import NamedTuple

PAIRS = {"“": '”“"', "„": '“”"', "‟": "”", "«": "»", "»": "«", '"': '"”', "＂": "＂"}
"""What closes each opening mark; straight and curly ones are often mixed."""
_MARK = re.compile('[“”„‟«»"＂]')
_SINGLE = re.compile(r"(?<![^\W_])(?<!['’‘])([‘'‚‹])(?=[^\W_]|[“\"\[(…])")
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
        if not any(_cross(d, q) or (d.start < q.start and q.end <= d.end) for d in doubles)
    ]
    return sorted(
        [q for q in doubles if not any(s.start < q.start and q.end < s.end for s in apart)] + apart
    )


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
    while opened := _SINGLE.search(text, at, end):
        close = _closing(text, opened.end(), end, _CLOSE_SINGLE[opened[1]])
        if close and len(text[opened.end() : close].split()) >= MIN_SINGLE_QUOTED_WORDS:
            out.append(Quotation(opened.start(), close + 1, True))
            at = close + 1
        else:
            at = opened.end()
    return out


def _closing(text: str, at: int, end: int, marks: str) -> int:
    """A single mark that no letter follows and that punctuation stands beside; 0 where there is
    none."""
    for i in range(at, end):
        if text[i] in marks and not text[i + 1 : i + 2].isalnum():
            before, after = text[i - 1], text[i + 1 : i + 2]
            if before in ",.?!…—" or not after or after in ",.;:)?!\r\n" or before in '”"':
                return i
    return 0


def spoken_positions(text: str) -> bytearray:
    """One byte a code point, 1 inside any quotation marks, single, low and reversed ones
    included."""
    inside = bytearray(len(text))
    for start, end, _ in quotations(text):
        inside[start:end] = b"\x01" * (end - start)
    return inside
