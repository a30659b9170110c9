"""Lines of a page's text that stand before and behind the article, as far as their shape and what the page's head
says tell: days, writers and buttons above the first paragraph, writers' lives and lists of links below the last."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from claims.other_form import days_in
from claims.outlet.outlets import is_agency
from claims.rules.lists import listed
from claims.rules.patterns import alternation

MIN_PROSE_CHARACTERS = 70
"""Of a line that ends a sentence and so may be a paragraph of the article."""
MAX_HEAD_LINES = 10
"""Above the first paragraph that are looked at."""
MAX_EDGE_CHARACTERS = 100
"""Of a line that stands before or behind an article."""
MAX_BARE_CHARACTERS = 60
"""Of one that is none of the article's by its shape alone."""
MAX_ASKED_CHARACTERS = 20
MAX_LIFE_LINES = 4
"""At a text's end in which a page says who its writer is."""
_ENDS = re.compile(r"[.!?…,;:—–-][\"'”’»)\]]*\s*$")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
_WORKS = alternation(listed("furniture", "writers_deeds"))
_CREDIT = re.compile(
    rf"\b(?:{alternation(listed('furniture', 'credit_words'))})\b|^\s*[-–—(\[]", re.IGNORECASE
)
_READER = re.compile(rf"\b(?:{alternation(listed('furniture', 'reader_words'))})\b", re.IGNORECASE)
_PLACED = re.compile(r"^\s*[A-ZÀ-Þ][A-ZÀ-Þ’'. -]{2,40}(?:,|$|\s*[(/])")
"""A place in capitals, with which a place line begins."""


def without_edges(lines: list[str], row: Mapping[str, Any]) -> list[str]:
    """The lines without those before its first paragraph and behind its last that are no part of the article."""
    writers = [name for name in re.split(r", ", str(row.get("author") or "")) if " " in name]
    prose = [n for n, line in enumerate(lines) if _is_prose(line) and not _is_life(line, writers)]
    if not prose:
        return lines
    first, last = prose[0], prose[-1]
    head = [
        line
        for line in lines[:first]
        if first > MAX_HEAD_LINES or not _is_above(line, row, writers)
    ]
    foot = [line for line in lines[last + 1 :] if not (_is_below(line) or _is_life(line, writers))]
    return [*head, *lines[first : last + 1], *foot]


def _is_prose(line: str) -> bool:
    return len(line) >= MIN_PROSE_CHARACTERS and bool(_SENTENCE.search(line))


def _is_above(line: str, row: Mapping[str, Any], writers: list[str]) -> bool:
    """Whether a line above the first paragraph repeats what the page's head says, or is a word of its frame."""
    if len(line) > MAX_EDGE_CHARACTERS or _PLACED.match(line):
        return False
    if row.get("published") and any(days_in(line)):
        return True
    if writers and any(name.casefold() in line.casefold() for name in writers):
        return not (_SENTENCE.search(line) or line.casefold().startswith("by "))
    return len(line) <= MAX_BARE_CHARACTERS and not _ENDS.search(line) and not _is_credit(line)


def _is_below(line: str) -> bool:
    """Whether a line below the last paragraph ends no sentence and credits nobody, or asks the reader something."""
    if (
        line.endswith("?")
        and len(line) <= MAX_BARE_CHARACTERS
        and (len(line) <= MAX_ASKED_CHARACTERS or _READER.search(line))
    ):
        return True
    bare = len(line) <= MAX_EDGE_CHARACTERS and not _ENDS.search(line)
    return bare and not _is_credit(line)


def _is_credit(line: str) -> bool:
    return bool(_CREDIT.search(line)) or is_agency(line.strip(" -–—()[].,")) or line.isupper()


def _is_life(line: str, writers: list[str]) -> bool:
    """Whether a line says who the writer is: "Sam Orr covers the harbour for the Gazette."."""
    return any(
        re.match(rf"{re.escape(name)}(?:,[^.]{{0,80}},)?\s+(?:{_WORKS})\b", line, re.IGNORECASE)
        for name in writers
    )
