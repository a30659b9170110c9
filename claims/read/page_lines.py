"""Lines that a page or a newsletter puts among those of the article: buttons, promotion, counters of
pictures; credit lines and datelines stay."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.rules.lists import listed
from claims.rules.patterns import alternation

MAX_LINE_CHARACTERS = 200
"""Up to which a line can be the page's."""
MAX_LINES = 1_000
"""Of a text that are compared with one another."""
QUOTES = "“\"‘'«"
"""One of which opens what is pulled out of the text."""


def _any(group: str) -> str:
    return f"(?:{alternation(listed('furniture', group))})"


_OWN = re.compile(
    r"\s*[\[(*•>|–—-]*\s*(?:"
    rf"{_any('openings')}\b|{_any('stems')}|{_any('labels')}\s*:|{_any('promotions')}\b"
    r"|advertisements?\s*$|\d{1,3} of \d{1,3}\b.{0,40}$|\d{1,3}\s*/\s*\d{1,3}\s*$"
    rf"|{_any('buttons')}(?: this| on \w+)?(?:\s*\(?\d*\)?)?\s*$"
    rf"|share (?:on|via|this)\b.{{0,40}}$|follow (?:@\w+|\w+ on {_any('networks')})\b"
    r")",
    re.IGNORECASE,
)


def article_lines(lines: Iterable[str], title: str | None = None) -> list[str]:
    """The lines without those of the page, and without the title where it opens the text."""
    out: list[str] = []
    for line in lines:
        text = line.strip()
        if not text or (len(text) <= MAX_LINE_CHARACTERS and _OWN.match(text)):
            continue
        if not out and title and _folded(text) == _folded(title):
            continue
        if out and text == out[-1]:
            continue
        out.append(text)
    return _once(out)


def _once(lines: list[str]) -> list[str]:
    """The lines without those that pull a few words out of another, or say it again."""
    folded = [_folded(line) for line in lines[:MAX_LINES]]

    def is_again(number: int) -> bool:
        words = folded[number]
        return any(
            words in other and (len(words) < len(other) or k < number)
            for k, other in enumerate(folded)
        )

    return [
        line
        for number, line in enumerate(lines)
        if number >= MAX_LINES or not (_is_pulled(line) and is_again(number))
    ]


def _is_pulled(line: str) -> bool:
    return line[:1] in QUOTES and len(line) <= MAX_LINE_CHARACTERS and line.count(" ") >= 2


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
