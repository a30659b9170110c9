"""Where a sentence begins and ends, by its marks; a title's full stop ends none."""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import Page
from claims.model import Span

ABBREVIATED = (
    "[A-Z]",
    "Mr",
    "Ms",
    "Dr",
    "St",
    "Lt",
    "Mrs",
    "Sen",
    "Gov",
    "Rep",
    "Gen",
    "Col",
    "Prof",
    "Rev",
    "Capt",
)
_DOT = "".join(rf"(?<!\b{word})" for word in ABBREVIATED) + r"[.!?][”\"’)]*"
END = re.compile(rf"{_DOT}(?:\s|$)|[\r\n;]")
"""Where a clause ends at the latest."""
STOP = re.compile(rf"{_DOT}\s+(?=[\"“„«A-ZÀ-Þ])|[\r\n]+")
"""Where another sentence begins."""


def sentence(page: Page, at: int) -> Span:
    """The sentence around a position, within its line."""
    line = page.lines[page.line_at(at)]
    ends = [m.end() for m in STOP.finditer(page.text, line.start, min(at + 1, line.end))]
    stop = STOP.search(page.text, at, line.end)
    return Span(ends[-1] if ends else line.start, stop.start() + 1 if stop else line.end)
