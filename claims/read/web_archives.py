"""Web archives (WARC): the pages in one, each with the place where it begins, so that whoever comes later goes on from
there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile
from pathlib import Path
from typing import IO, TYPE_CHECKING

from claims.model import Failure
from claims.read.extras import missing
from claims.read.options import MAX_BYTES, TOO_LONG, Member

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

HEAD_BYTES = 4096
"""By which, and by its size, an archive is known on another machine: it begins with a date and a number of its own."""


@dataclass(frozen=True)
class Place:
    """Where a page begins: bytes before it, pages before it, and what its record is called."""

    at: int = 0
    number: int = 0
    called: tuple[str | None, ...] = ()


BEGINNING = Place()
Located = tuple[Place | None, Member | Failure]
"""A page with where it begins; what is said of the whole has no place."""


def pages(raw: IO[bytes], where: str) -> Iterator[Member | Failure]:
    """Each page that a web archive holds as it was answered, in order; raises UnreadableError without
    the extra."""
    return (page for _, page in located(raw, where))


def located(raw: IO[bytes], where: str, number: int = 0) -> Iterator[Located]:
    """The same with places, from where the file is opened, which has so many pages before; raises UnreadableError."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise missing("warc") from None
    try:
        wanted = WarcRecordType.response | WarcRecordType.resource
        for record in filter(
            _is_page, ArchiveIterator(raw, record_types=wanted, auto_decode="all")
        ):
            place = Place(record.stream_pos, number, _called(record))
            number += 1
            yield place, _page(record, f"{where}:{number}")
    except (ValueError, OSError, RuntimeError) as error:
        problem = f"a broken web archive after {number} pages: {str(error)[:80]}"
        yield None, Failure(where, problem, "those are kept")
        return
    if not number:
        yield None, Failure(where, "a web archive without pages", "leave it out")


def pages_after(path: str, place: Place) -> Iterator[Member | Failure]:
    """The pages of a file that come after so many, wherever they begin: the others are gone through once more."""
    with Path(path).open("rb") as raw:
        rest = dropwhile(lambda one: one[0] and one[0].number < place.number, located(raw, path))
        yield from (page for _, page in rest)


def known_by(path: str) -> tuple[int, bytes]:
    """What tells whether a file is the same one elsewhere; raises OSError where it is not there."""
    with Path(path).open("rb") as raw:
        return Path(path).stat().st_size, raw.read(HEAD_BYTES)


def _called(record: WarcRecord) -> tuple[str | None, ...]:
    names = ("WARC-Record-ID", "WARC-Target-URI", "WARC-Date", "Content-Length")
    return tuple(record.headers.get(name) for name in names)


def _is_page(record: WarcRecord) -> bool:
    if record.http_headers is not None and record.http_headers.status_code != 200:
        return False
    return "html" in (record.http_content_type or record.headers.get("Content-Type") or "")


def _page(record: WarcRecord, where: str) -> Member | Failure:
    body = record.reader.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        return Failure(where, *TOO_LONG)
    return Member(where, "page.html", body, record.headers.get("WARC-Target-URI"))
