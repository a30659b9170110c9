"""By-lines of metadata to names of people and of agencies; what the text says stands in
claims/outlet/header.py."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claims.outlet.outlets import canonical, is_agency
from claims.rules.lists import listed
from claims.rules.patterns import alternation

MAX_NAME_WORDS = 6
"""Of a person; more is a sentence."""
_SPLIT = re.compile(r"\s*(?:;|\||\n|\s(?:and|&)\s|,(?!\s*(?:Jr|Sr|I{2,3})\b))\s*", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:written\s+)?by:?\s+", re.IGNORECASE)
_POST = re.compile(rf"\b(?:{alternation(listed('header', 'no_writers'))})\b", re.IGNORECASE)
_NO_NAME = re.compile(r"[@/\d_]|https?:|www\.", re.IGNORECASE)


@dataclass(frozen=True)
class Byline:
    """Who wrote, as metadata say it."""

    author: str | None
    """Names of people, joined by commas."""
    wire: str | None
    """An agency that stands where writers do."""


def byline(raw: Iterable[str], outlet: str | None = None) -> Byline:
    """The people and the agency of what metadata name as authors."""
    people: list[str] = []
    wire: str | None = None
    for written in raw:
        for part in _SPLIT.split(_BY.sub("", " ".join(written.split()))):
            name = _BY.sub("", part).strip(" .,-–—")
            if name and is_agency(name):
                wire = wire or canonical(name)
            elif _is_person(name, outlet) and name.casefold() not in map(str.casefold, people):
                people.append(_cased(name))
    return Byline(", ".join(people) or None, wire)


def _is_person(name: str, outlet: str | None) -> bool:
    words = name.split()
    return (
        1 < len(words) <= MAX_NAME_WORDS
        and not _NO_NAME.search(name)
        and not _POST.search(name)
        and name.casefold() != (outlet or "").casefold()
    )


def _cased(name: str) -> str:
    """A name in capitals as people write it."""
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), name) if name.isupper() else name
