"""The rows of a list as the pieces of text of a format, with the columns that the list has where it is empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from cli.formats import tables
from cli.formats.flat import Row, flat
from cli.rows.lists import FLAT, columns, columns_to_read


def nested(fmt: str, name: str, rows: Iterable[Row]) -> Iterator[str]:
    """JSON, as one document or one line a row."""
    return tables.document(rows, name) if fmt == "json" else tables.lines(rows)


def columned(name: str, rows: Iterable[Row]) -> tuple[Row, Iterator[Row]]:
    """Every column, with an empty value of its type, and the rows made flat."""
    seen, of_name = map(FLAT.get(name, flat), rows), columns(name)
    first = list(islice(seen, 1))
    others = {key: value for row in first for key, value in row.items() if key not in of_name}
    return {**of_name, **others}, chain(first, seen)


def flattened(fmt: str, name: str, rows: Iterable[Row], *, safe: bool) -> Iterator[str]:
    """A Markdown table, CSV or TSV; safe: no cell is a formula."""
    every, flat_rows = columned(name, rows)
    if fmt == "markdown":
        return tables.markdown(flat_rows, columns_to_read(name, every))
    return tables.separated(flat_rows, list(every), "," if fmt == "csv" else "\t", safe=safe)
