"""The sentence around a position; where one ends says claims.sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from claims.detect.postprocess.layout import Page
from claims.model import Span
from claims.sentences import DOT

END = re.compile(rf"{DOT}(?:\s|$)|[\r\n;]")
"""Where a clause ends at the latest."""


def sentence(page: Page, at: int) -> Span:
    """The sentence around a position, within its line."""
    line = page.lines[page.line_at(at)]
    stops, nexts = page.stops
    before = bisect_right(nexts, min(at, line.end - 1)) - 1
    behind = bisect_left(stops, at)
    ends = behind < len(stops) and nexts[behind] < line.end
    start = max(line.start, nexts[before]) if before >= 0 else line.start
    return Span(start, stops[behind] + 1 if ends else line.end)
