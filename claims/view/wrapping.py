"""Lines that were cut at a width, as mail, PDF and agency texts are, read as one.

A line was cut where the next word did not fit: that tells a wrapped text from a list, a verse or a
headline.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from claims.seams import seam
from claims.view.view import Edit

_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"[ \t]*(?:\r\n|\r|\n)(?P<indent>[ \t]*)(?=\S)")
_WORD = re.compile(r"[ \t]*(\S+)")
_QUOTED = re.compile(r"[>|•*]")
_ITEM = re.compile(r"[ \t]*(?:[–—-]|\d{1,3}[.)])[ \t]")
_ENDED = re.compile(r"[.!?:;…][”’\"')\]]*$")
MIN_WIDTH, MAX_WIDTH = 28, 110
"""Code points of a line, between which a width is one that texts are set at."""
MIN_BREAKS = 2
MIN_CUT_SHARE = 0.75
"""Of the breaks within paragraphs, at which the next word did not fit."""
MIN_SMALL_SHARE = 0.4
"""Of those at which the next line begins with a small letter, as few lines of a list do."""
TOLERANCE = 0.93
"""Of the longest line, which a line would have passed with its next word: people cut by eye."""
MIN_LINE_SHARE = 0.6
"""Of the longest line, from which on a line within a wrapped paragraph was cut by eye."""
MAX_MARKS = 6
"""Behind which a sentence has ended."""
INDENT = 2
"""Columns by which a line that begins a paragraph stands further in."""


class _Break(NamedTuple):
    """The end of a line that is followed by another of its paragraph."""

    start: int
    end: int
    length: int
    """Of the line."""
    wanted: int
    """What the line would have been with the next word."""
    block: int
    """The number of its paragraph."""
    first: bool
    """Whether it is the first of its paragraph."""
    runs_on: bool
    """Whether the line ends no sentence."""

    def passes(self, width: int) -> bool:
        """Whether the next word would not have fitted."""
        return self.wanted > TOLERANCE * width


def wraps(text: str) -> Iterator[Edit]:
    """A blank for each line's end at which a width cut the text; a hyphen there joins the word's
    parts."""
    breaks = _breaks(text)
    if len(breaks) < MIN_BREAKS:
        return
    width = max(b.length for b in breaks)
    cut = [b for b in breaks if b.passes(width)]
    # What is set in lines throughout, as a letter's head, tells nothing.
    wrapped = {b.block for b in cut}
    judged = Counter(b.block for b in breaks)
    prose = sum(text[b.end].islower() for b in cut)
    if len(cut) < MIN_BREAKS or prose < MIN_SMALL_SHARE * len(cut):
        return
    if not MIN_WIDTH <= width <= MAX_WIDTH:
        return
    if len(cut) < MIN_CUT_SHARE * sum(judged[block] for block in wrapped):
        return
    for one in breaks:
        alone = judged[one.block] == 1
        if one.passes(width) or _by_eye(text, one, one.block in wrapped, alone, width):
            yield _joined(text, one)


def _by_eye(text: str, one: _Break, wrapped: bool, alone: bool, width: int) -> bool:
    """Whether somebody cut a line of a wrapped text earlier than its width: within a sentence, and no short
    one, as the points of a list are. Of a block that the width cut nowhere, two lines may be that, and more are
    a list or a verse."""
    if not one.runs_on or one.length < MIN_LINE_SHARE * width:
        return False
    if text[one.end].islower():
        return wrapped or alone
    return wrapped and not one.first


def _joined(text: str, one: _Break) -> Edit:
    before, after = (
        text[max(0, one.start - MAX_WIDTH) : one.start],
        text[one.end : one.end + MAX_WIDTH],
    )
    dropped, between = seam(before, after, text)
    return Edit(one.start - dropped, one.end, between)


def _breaks(text: str) -> list[_Break]:
    out: list[_Break] = []
    block, first = 0, True
    for line in _LINE.finditer(text):
        gap = _BREAK.match(text, len(line[0].rstrip()) + line.start()) if line[0].strip() else None
        if gap is None or _QUOTED.match(text, gap.end()) or _further_in(line[0], gap["indent"]):
            block, first = block + 1, True
            continue
        written = line[0].strip()
        word = _WORD.match(text, gap.end())
        parted = written.endswith("-")  # a word is parted only where it does not fit
        fits = len(written) + 1 + len(word[1]) if word else len(written)
        runs_on = not _ENDED.search(written[-MAX_MARKS:])
        out.append(
            _Break(
                gap.start(),
                gap.end(),
                len(written),
                MAX_WIDTH if parted else fits,
                block,
                first,
                runs_on,
            )
        )
        first = False
    return out


def _further_in(line: str, indent: str) -> bool:
    """Whether the next line stands further in, so that it begins a paragraph; no point of a list goes on
    otherwise."""
    own = len(line.expandtabs(4)) - len(line.lstrip().expandtabs(4))
    return len(indent.expandtabs(4)) >= own + INDENT and not (
        _QUOTED.match(line.lstrip()) or _ITEM.match(line)
    )
