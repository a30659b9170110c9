"""Lines that a page or a newsletter puts among those of the article: buttons, promotion, counters of
pictures; credit lines and datelines stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from claims.outlet.patterns import DATE_LINE
from claims.read.dates import published
from claims.rules.lists import listed
from claims.rules.patterns import alternation

MAX_LINE_CHARACTERS = 200
"""Up to which a line can be the page's."""
MAX_FORBIDDING_CHARACTERS = 400
"""Up to which a line can forbid the page's readers something."""
MAX_LINES = 1_000
"""Of a text that are compared with one another."""
HEAD_LINES = 6
"""Of a text in which a page may repeat its head."""
QUOTES = "“\"‘'«"
"""One of which opens what is pulled out of the text."""


def _any(group: str) -> str:
    return f"(?:{alternation(listed('furniture', group))})"


OWN = re.compile(
    r"\s*+[\[(*•>|–—-]*\s*+(?:"
    rf"{_any('openings')}\b|{_any('stems')}|{_any('labels')}\s*:|{_any('page_labels')}\s*:|{_any('promotions')}\b"
    rf"|{_any('headings')}\s*(?:…|\.\.\.|:)?\s*$"
    r"|advertisements?\s*$|\d{1,3} of \d{1,3}\b(?:.{0,40}$|\s*[|:(])|\d{1,3}\s*/\s*\d{1,3}\s*$"
    r"|<[a-z]{1,12}[ >]|(?:copyright\s*)?(?:©|\(c\))|#{2,}\s*$|more (?:from|on)\b.{0,60}(?<![.!?…”\"])$"
    rf"|{_any('buttons')}(?: this| on \w+)?(?:\s*+\(?\d*+\)?)?\s*+$"
    rf"|share (?:on|via|this)\b.{{0,40}}$|follow (?:@\w+|\w+ on {_any('networks')})\b"
    r")",
    re.IGNORECASE,
)


_DAY = re.compile(
    rf"{DATE_LINE.pattern}|\s*\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}(?:\s*[-|,–]?\s*\d{{1,2}}:\d\d)?\s*"
)
CONTACT = re.compile(
    r"\s*+(?:[A-Za-z][\w-]{1,9}\.?:?\s++)?"
    r"(?:\S[^\s@]*+@\S+\.\w++|\+?[\d().-][\d() .-]{6,19}|https?://\S++|www\.\S++)\s*+$",
    re.IGNORECASE,
)
"""An address or a number and nothing else."""
REACHED = re.compile(
    rf"(?=[^@]{{0,200}}@\w)(?=.{{0,150}}\b{_any('contacts')}\b)|.{{1,60}}\bis a reader-(?:supported|funded)\b",
    re.IGNORECASE,
)
"""Whom to write to, or that readers pay."""
TO_READERS = re.compile(
    rf"(?![^“”\"]*[“”\"])(?!.*\b{_any('saying')}\b)[-•*>(\[\s]*+"
    rf"(?:{_any('reader_openings')}\b.*\b{_any('reader_matters')}\b"
    rf"|(?=.*\b{_any('reader_words')}\b).*\b{_any('reader_matters')}\b)",
    re.IGNORECASE | re.DOTALL,
)
"""A line in which nobody is quoted, and the page speaks to its readers of what they are to have or do."""
FORBIDDEN = re.compile(
    rf"(?=.*\b{_any('forbidden_uses')}\b.{{0,60}}\b{_any('forbidden_uses')}\b).*\bnot be\b",
    re.IGNORECASE | re.DOTALL,
)
_PUT_OUT = re.compile(
    rf"(?:(?:first|last) )?{_any('publishing')}\s{{0,3}}(?:on|at)?\s{{0,3}}:?\s{{1,3}}",
    re.IGNORECASE,
)


def article_lines(lines: Iterable[str], title: str | None = None) -> list[str]:
    """The lines without those of the page, and without the title where it opens the text."""
    out: list[str] = []
    for line in lines:
        text = line.strip()
        if not text or _is_of_page(text):
            continue
        if not out and title and _folded(text) == _folded(title):
            continue
        if out and text == out[-1]:
            continue
        out.append(text)
    return _once(out)


def without_repeated_head(lines: list[str], row: Mapping[str, Any]) -> list[str]:
    """The lines without those of the first ones that only repeat what the page says in its head: the names
    of writers and outlet, or the day; what begins with "By" stays, for it shows who wrote."""
    names = [_folded(name) for name in re.split(r", ", str(row.get("author") or "")) if name]
    names += [_folded(str(row[key])) for key in ("outlet", "wire") if row.get(key)]
    head = [
        line
        for line in lines[:HEAD_LINES]
        if not (
            _only(line, names)
            or (row.get("published") and (_DAY.fullmatch(line) or published(line)))
        )
    ]
    return head + lines[HEAD_LINES:]


def _only(line: str, names: list[str]) -> bool:
    """Whether a line is made of these names and joining words alone."""
    left = _folded(line)
    for name in sorted(filter(None, names), key=len, reverse=True):
        left = left.replace(name, "")
    return left in ("", "and", "andand") and _folded(line) != ""


def _is_of_page(text: str) -> bool:
    if len(text) > MAX_LINE_CHARACTERS:
        return len(text) <= MAX_FORBIDDING_CHARACTERS and bool(FORBIDDEN.match(text))
    label = _PUT_OUT.match(text)
    return bool(
        OWN.match(text)
        or TO_READERS.match(text)
        or FORBIDDEN.match(text)
        or CONTACT.match(text)
        or REACHED.match(text)
        or (label and published(text[label.end() :]))
    )


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
