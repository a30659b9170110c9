"""By-lines of metadata to names of people and of agencies; what the text says stands in
claims/outlet/header.py."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from claims.outlet.outlets import canonical, is_agency, is_outlet
from claims.outlet.patterns import OUTLET_NAME, POST
from claims.rules.lists import listed
from claims.rules.patterns import BLANKS, alternation

MAX_NAME_WORDS = 6
"""Of a person; more is a sentence."""
_SPLIT = re.compile(
    rf"(?:{BLANKS}(?:;|\||/|,(?!\s*+(?:Jr|Sr|I{{2,3}})\b))|(?<!\s)\s++(?:and|&)\s)\s*+(?:(?:and|&)\s++)?",
    re.IGNORECASE,
)
_WRITTEN = alternation(listed("header", "written"))
_BY = re.compile(
    rf"^\s*(?:(?:(?:{_WRITTEN})\s+)?by:?\s+|from\s+(?=[^,]{{3,80}}\sin\s+\w))", re.IGNORECASE
)
_PLACED = re.compile(r"(?:^|(?<!\s)\s++)(?:in|at|from)\s++[A-Z].*$")
"""Where somebody wrote, which is no part of the name."""
_NOBODY = re.compile(rf"(?:{alternation(listed('pages', 'no_people'))})", re.IGNORECASE)
_MAIL = re.compile(r"[(<]?[\w.+-]{1,64}@[\w.-]{1,255}\.\w{2,24}[)>]?")
"""An address behind a name."""
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
        for part in _SPLIT.split(_BY.sub("", " ".join(_MAIL.sub(" ", written).split()))):
            name = _PLACED.sub("", _BY.sub("", part).strip(" .,-–—"))
            if name and is_agency(name):
                wire = wire or canonical(name)
            elif people and OUTLET_NAME.search(name):
                continue  # behind a person's name it is who that person works for
            elif _is_person(name, outlet) and name.casefold() not in map(str.casefold, people):
                people.append(_cased(name))
    return Byline(", ".join(people) or None, wire)


def one_word(raw: Iterable[str], outlet: str | None = None) -> str | None:
    """A writer who goes by one name, where metadata name nobody else and it is no word for a newsroom."""
    names = {" ".join(written.split()) for written in raw}
    name = next(iter(names)) if len(names) == 1 else ""
    is_name = re.fullmatch(r"[A-ZÀ-Þ][^\W\d_]{2,20}", name) and not _NOBODY.fullmatch(name)
    return name if is_name and not is_agency(name) and _stands_alone(name, outlet) else None


def _stands_alone(name: str, outlet: str | None) -> bool:
    return not (
        POST.search(name) or is_outlet(name) or name.casefold() in (outlet or "").casefold()
    )


def agency_in(words: str) -> str | None:
    """The first agency that a credit names, as in "Reuters/AP" or "By Sam Orr, Reuters"."""
    parts = re.split(r"[/;,|()]|\band\b|\bvia\b|\s[-–—]\s", _BY.sub("", " ".join(words.split())))
    named = (part.strip(" .") for part in parts[:12])
    return next((canonical(name) for name in named if name and is_agency(name)), None)


def _is_person(name: str, outlet: str | None) -> bool:
    words = name.split()
    return (
        1 < len(words) <= MAX_NAME_WORDS
        and not _NO_NAME.search(name)
        and not POST.search(name)
        and name.casefold() != (outlet or "").casefold()
        and not is_outlet(name)
        and words[0].casefold() != "the"
    )


def _cased(name: str) -> str:
    """A name in capitals as people write it."""
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), name) if name.isupper() else name
