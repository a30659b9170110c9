"""Lists of feeds, visits of addresses and marks of readers as the store hands them out and takes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class WatchRecord:
    """A feed on a list."""

    name: str
    address: str
    added: str
    """ISO 8601, UTC."""


@dataclass(frozen=True)
class VisitRecord:
    """An address that was asked, and need not be asked again until it changes."""

    address: str
    etag: str | None = None
    modified: str | None = None
    mark: str = ""
    """What its feed said of it then."""
    held_until: datetime | None = None
    """Of a host's address: until when it asks to be left alone."""


@dataclass(frozen=True)
class ReadMark:
    """How far a reader has seen a query's claims, and how far there are any."""

    reader: str
    query: str
    after: int
    """The number of the last claim that was seen."""
    until: int
    claim_id: str
    """The claim of that number."""
