"""Readers whose library few will want: Parquet tables, and beside it web archives; without it one line names the
extra."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import IO

from claims.model import Failure
from claims.read.address_lists import missing_text, without_text
from claims.read.columns import chosen, row_of
from claims.read.decode import UnreadableError
from claims.read.documents import document
from claims.read.options import Item, ReadOptions

ROWS_PER_BATCH = 64
"""Of a Parquet file that are held at one time."""


def read_parquet(raw: IO[bytes], where: str, options: ReadOptions) -> Iterator[Item]:
    """An article for each row; raises WrongTypeError where no column holds a text, and UnreadableError
    without the extra."""
    try:
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise missing("parquet") from None
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


def missing(extra: str) -> UnreadableError:
    """What is said where the library of an extra is not there."""
    return UnreadableError("its reader is not installed", f"pip install 'onrecord[{extra}]'")
