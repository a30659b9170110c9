"""An article as it was read, what its head and foot say, and what could not be read; nothing of what it
claims."""

from __future__ import annotations

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


@dataclass(frozen=True)
class Dateline:
    """The place and date line; date is ISO 8601 or None."""

    place: str | None
    date: str | None
    evidence: Evidence


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


@dataclass(frozen=True)
class Failure:
    """An input that could not be read: what, where, next step."""

    where: str
    what: str
    next_step: str = field(default="")
    skipped: bool = False
    """Whether it was passed over, such as a picture in a folder: named, but no error."""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f"; {self.next_step}" if self.next_step else "")
