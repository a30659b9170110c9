"""Where sentences end, by their marks alone; a title's full stop ends none. Nothing of what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
DOT = r"(?=[.!?])" + "".join(rf"(?<!\b{word})" for word in ABBREVIATED) + r"[.!?][”\"’)]*"
"""The marks at the end of a sentence, with the quotation marks that close behind them."""
STOP = re.compile(rf"{DOT}\s+(?=[\"“„«A-ZÀ-Þ])|[\r\n]+")
"""Where another sentence begins."""


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text in order, without the blanks between them; a line ends one too."""
    at = 0
    for stop in [*(found.end() for found in STOP.finditer(text)), len(text)]:
        words = text[at:stop]
        start = at + len(words) - len(words.lstrip())
        end = stop - (len(words) - len(words.rstrip()))
        if start < end:
            yield Span(start, end)
        at = stop
