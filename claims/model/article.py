"""An article as it was read, what its head and foot say, and what could not be read; nothing of what it
claims."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from claims.model.spans import Evidence, Inferred, Spans


@dataclass(frozen=True)
class OutletFacts:
    """What is known of a publisher, and from where."""

    kind: str = ""
    """newspaper, agency, broadcaster, magazine, online, …; "" where unknown."""
    domain: str = ""
    owner: str = ""
    """Who owns it; an unknown outlet is its own owner."""
    source: str = ""


MAX_TOLD_CHARACTERS = 500
"""Of a value that a file gives of its article."""
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


def told_words(value: str) -> str:
    """A value as it is kept: on one line, without control characters, and not too long."""
    return " ".join(_ODD.sub(" ", value).split())[:MAX_TOLD_CHARACTERS]


@dataclass(frozen=True)
class Told:
    """A value that the file gives of its article, and where it stands there."""

    key: str
    """title, outlet, owner, url, author, wire, dateline, published, modified, section or language."""
    value: str
    source: str
    """Such as "JSON-LD headline", "meta og:site_name", "feed source"."""


@dataclass(frozen=True)
class Retrieval:
    """From where on the web an article was taken, and what its publisher says of mining it."""

    address: str
    """The last one, after redirects, without secrets."""
    at: str
    """ISO 8601, UTC."""
    reserved: bool | None = None
    """Whether text and data mining is reserved; None where nothing is said."""
    said_in: str = ""
    """header | meta | tdmrep.json"""
    policy: str | None = None
    ground: str | None = None
    """On what ground it was read though it is reserved, as the user stated."""


@dataclass(frozen=True)
class Article:
    """One text as published, exactly as read, with what the user or the file said about it."""

    doc: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    """ISO 8601 date or time, as given."""
    author: str | None = None
    wire: str | None = None
    outlet_facts: OutletFacts | None = None
    """What the file says of the outlet, where it was exported with that."""
    warnings: tuple[str, ...] = ()
    """What reading had to change or doubt, such as replaced NULs; one line each."""
    section: str | None = None
    """Of the outlet, where a page, a feed or a table names it."""
    language: str | None = None
    """The code that a page, a feed or a table gives; what is not English is not read."""
    unread_language: str | None = None
    """The code of the language of a text that is surely not English: it is kept and not read."""
    told: tuple[Told, ...] = field(default=(), compare=False)
    """Every value that the file gives, also those that another outweighs, with their places."""
    retrieval: Retrieval | None = None
    """How it came over the network; None for what lay in a file."""
    path: str = field(default="", compare=False)
    """The file that it was read from as that was named, or the address."""

    def first_told(self, key: str) -> str | None:
        """The first value that the file gives under a key, such as "modified"; None without one."""
        return next((told.value for told in self.told if told.key == key), None)


@dataclass(frozen=True)
class Dateline:
    """The place and date line; date is ISO 8601 or None."""

    place: str | None
    date: str | None
    evidence: Evidence
    day: str | None = None
    """--05-04 where it names no year."""


@dataclass(frozen=True)
class Header:
    """What an article's header and foot say, and the stretches that are never claims."""

    outlet: Inferred | None = None
    wire: Inferred | None = None
    byline: tuple[Inferred, ...] = ()
    dateline: Dateline | None = None
    credits: tuple[Inferred, ...] = ()
    """Every agency credited, the wire included ("Additional reporting by Reuters")."""
    furniture: Spans = ()
    contributors: tuple[Inferred, ...] = ()
    """Who helped with the text, as it says, and wrote none of it."""
    editors: tuple[Inferred, ...] = ()


@dataclass(frozen=True)
class Failure:
    """An input that could not be read: what, where, next step."""

    where: str
    what: str
    next_step: str = field(default="")
    skipped: bool = False
    """Whether it was passed over, such as a picture in a folder: named, but no error."""
    path: str = ""
    """The file or address to read again, where that is known."""
    address: str | None = None
    """Where on the web the text may be had that is missing here."""
    known: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What is known of that text beforehand: keys of an article, and `is` for what it may be."""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f"; {self.next_step}" if self.next_step else "")
