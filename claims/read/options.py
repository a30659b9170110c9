"""What every reader is told, and what it gives; no reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO, Protocol

from claims.model import Article, Failure, Reading
from claims.read.decode import Overrides
from claims.read.repeated import NamesGiven
from claims.read.unread_keys import UnreadKeys

MAX_BYTES = 16 * 1024 * 1024
"""Longest line and longest text file; a longer one is no article."""
TOO_LONG = f"longer than {MAX_BYTES // 1024 // 1024} MB", "one article a line or file; split it"
MAX_DOCUMENT_BYTES = 64 * 1024 * 1024
"""Longest document that is handed to a reader whole."""
TOO_LARGE = (
    f"larger than {MAX_DOCUMENT_BYTES // 1024 // 1024} MB",
    "one article a file; split it",
)
Item = Article | Reading | Failure


class Elsewhere(Protocol):
    """Processes that open files of many articles themselves."""

    def begin(self, path: str, options: ReadOptions) -> bool:
        """Lets one begin with a file that will be read soon; False where none does."""
        ...

    def items(self, path: str, options: ReadOptions) -> Iterator[Item] | None:
        """What they find in a file, in order, languages marked; None where none reads it."""
        ...


@dataclass(frozen=True)
class ReadOptions:
    """What the user says of all input."""

    encoding: str
    overrides: Overrides
    accept_readings: bool
    """Whether a line that this program wrote may come back as the reading that it holds."""
    format: str | None = None
    """The name of the type that all input is of; None where the content decides."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Keys of an article → the user's names of a table's columns."""
    url: str | None = None
    """The address under which a document was fetched, where an archive says so."""
    fetching: bool = False
    """Whether what is missing here is fetched from where it may be had."""
    elsewhere: Elsewhere | None = None
    """Who reads web archives, where that is not this process."""
    unread_keys: UnreadKeys = field(default_factory=UnreadKeys)
    """Of lines, named so far."""
    names: NamesGiven = field(default_factory=NamesGiven)
    """Of the articles that were read so far."""


@dataclass(frozen=True)
class Member:
    """A document within another, such as a file of an archive."""

    where: str
    name: str
    """Of the file; its suffix may say its type."""
    raw: bytes
    url: str | None = None
    """The address under which it was fetched, where the archive says so."""


@dataclass(frozen=True)
class Wanted:
    """An address that the user gives, or that stands in what the user gives."""

    address: str
    told: Mapping[str, str] = field(default_factory=dict)
    """Keys of an article that are known beforehand."""
    may_list: bool = True
    """Whether it may be a feed or a list, whose own addresses are asked too."""


class Web(Protocol):
    """What asks addresses; this room asks none."""

    def read(self, wanted: Iterable[Wanted], options: ReadOptions) -> Iterator[Item]:
        """What the addresses give, as they answer."""
        ...


Reader = Callable[[IO[bytes], str, ReadOptions], Iterator[Item]]
"""Bytes, where they are from and the options to articles and failures, one at a time."""
Unpacker = Callable[[IO[bytes], str], Iterator[Member | Failure]]
"""Bytes and where they are from to the documents within, one at a time."""
