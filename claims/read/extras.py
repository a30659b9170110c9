"""Readers whose library few will want: Parquet tables and web archives; without it one line names the
extra."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import IO, TYPE_CHECKING

from claims.model import Failure
from claims.read.address_lists import missing_text, without_text
from claims.read.columns import chosen, row_of
from claims.read.decode import UnreadableError
from claims.read.documents import document
from claims.read.options import MAX_BYTES, TOO_LONG, Item, Member, ReadOptions

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

ROWS_PER_BATCH = 64
"""Of a Parquet file that are held at one time."""


def read_parquet(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """An article for each row; raises WrongTypeError where no column holds a text, and UnreadableError
    without the extra."""
    try:
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise _missing("parquet") from None
    try:
        table = ParquetFile(raw)
    except (ValueError, OSError) as error:
        yield Failure(where, f"a broken Parquet file: {str(error)[:80]}", "save it again")
        return
    columns = chosen(table.schema_arrow.names, options.columns)
    if "text" not in columns and not options.fetching:
        yield without_text(columns, where)
        return
    numbers = count(1)
    for batch in table.iter_batches(
        ROWS_PER_BATCH, columns=sorted(set(columns.values())), use_threads=False
    ):
        for cells in batch.to_pylist():
            row, place = row_of(cells, columns), f"{where}:{next(numbers)}"
            yield missing_text(document(row, place, options, among_others=True), row, place)


def pages(raw: IO[bytes], where: str) -> Iterator[Member | Failure]:
    """Each page that a web archive holds as it was answered, in order; raises UnreadableError without
    the extra."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise _missing("warc") from None
    number = 0
    try:
        wanted = WarcRecordType.response | WarcRecordType.resource
        for record in filter(
            _is_page, ArchiveIterator(raw, record_types=wanted, auto_decode="all")
        ):
            number += 1
            yield _page(record, f"{where}:{number}")
    except (ValueError, OSError, RuntimeError) as error:
        problem = f"a broken web archive after {number} pages: {str(error)[:80]}"
        yield Failure(where, problem, "those are kept")
        return
    if not number:
        yield Failure(where, "a web archive without pages", "leave it out")


def _is_page(record: WarcRecord) -> bool:
    if record.http_headers is not None and record.http_headers.status_code != 200:
        return False
    return "html" in (record.http_content_type or record.headers.get("Content-Type") or "")


def _page(record: WarcRecord, where: str) -> Member | Failure:
    body = record.reader.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        return Failure(where, *TOO_LONG)
    return Member(where, "page.html", body, record.headers.get("WARC-Target-URI"))


def _missing(extra: str) -> UnreadableError:
    return UnreadableError("its reader is not installed", f"pip install 'onrecord[{extra}]'")
