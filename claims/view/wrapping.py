"""Lines that were cut at a width, as mail, PDF and agency texts are, read as one.

A line was cut where the next word did not fit: that tells a wrapped text from a list, a verse or a
headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.seams import seam
from claims.view.view import Edit

_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t]*(?=\S)")
_WORD = re.compile(r"[ \t]*(\S+)")
_QUOTED = re.compile(r"[>|•*]")
MIN_WIDTH, MAX_WIDTH = 28, 110
"""Code points of a line, between which a width is one that texts are set at."""
MIN_BREAKS = 2
MIN_CUT_SHARE = 0.75
"""Of the breaks within paragraphs, at which the next word did not fit."""
MIN_SMALL_SHARE = 0.4
"""Of those at which the next line begins with a small letter, as few lines of a list do."""
TOLERANCE = 0.93
"""Of the longest line, which a line would have passed with its next word: people cut by eye."""


class _Break(NamedTuple):
    """The end of a line that is followed by another of its paragraph."""

    start: int
    end: int
    length: int
    """Of the line."""
    wanted: int
    """What the line would have been with the next word."""


def wraps(text: str) -> Iterator[Edit]:
    """A blank for each line's end at which a width cut the text; a hyphen there joins the word's
    parts."""
    breaks = _breaks(text)
    if len(breaks) < MIN_BREAKS:
        return
    width = max(b.length for b in breaks)
    cut = [b for b in breaks if b.wanted > TOLERANCE * width]
    prose = sum(text[b.end].islower() for b in cut)
    if prose < MIN_SMALL_SHARE * len(cut):
        return
    if not MIN_WIDTH <= width <= MAX_WIDTH or len(cut) < MIN_CUT_SHARE * len(breaks):
        return
    for one in cut:
        before, after = text[max(0, one.start - MAX_WIDTH) : one.start], text[one.end :][:MAX_WIDTH]
        dropped, between = seam(before, after, text)
        yield Edit(one.start - dropped, one.end, between)


def _breaks(text: str) -> list[_Break]:
    out = []
    for line in _LINE.finditer(text):
        gap = _BREAK.match(text, len(line[0].rstrip()) + line.start()) if line[0].strip() else None
        if gap is None or _QUOTED.match(text, gap.end()):
            continue
        length = len(line[0].strip())
        word = _WORD.match(text, gap.end())
        parted = line[0].rstrip().endswith("-")  # a word is parted only where it does not fit
        fits = MAX_WIDTH if parted else length + 1 + len(word[1]) if word else length
        out.append(_Break(gap.start(), gap.end(), length, fits))
    return out
