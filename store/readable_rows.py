"""The rows of a damaged table that can still be read, and whether one makes sense."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, DateTime

from store.tables.declared import METADATA

MAX_FAILURES = 20_000
"""Row numbers tried one after the other without finding any row."""
Row = tuple[Any, ...]


def readable_rows(
    damaged: sqlite3.Connection, table: str, columns: Sequence[str]
) -> Iterator[Row | None]:
    """Every row that can be read, from the first to where it breaks, from the last back to there,
    and what lies between one by one; None for a row that is there and cannot be read."""
    names = ", ".join(f'"{name}"' for name in columns)
    query = f'SELECT rowid, {names} FROM "{table}" NOT INDEXED'
    first = last = None
    try:
        for first, *row in damaged.execute(f"{query} ORDER BY rowid"):  # noqa: B007 - where it broke
            yield tuple(row)
        return
    except sqlite3.DatabaseError:
        pass
    behind: list[Row] = []
    try:
        for last, *row in damaged.execute(f"{query} ORDER BY rowid DESC"):
            if first is not None and last <= first:
                break
            behind.append(tuple(row))
    except sqlite3.DatabaseError:
        pass
    if last is None or first is None or last > first:
        yield from _between(damaged, query, first or 0, last)
    yield from reversed(behind)


def _between(
    damaged: sqlite3.Connection, query: str, first: int, last: int | None
) -> Iterator[Row | None]:
    number, failures = first + 1, 0
    while (last is None or number < last) and failures < MAX_FAILURES:
        try:
            row = damaged.execute(f"{query} WHERE rowid = ?", (number,)).fetchone()
        except sqlite3.DatabaseError:
            failures += 1
            yield None
        else:
            failures = 0 if row else failures + 1
            if row:
                yield tuple(row[1:])
        number += 1


def sensible(table: str, columns: Sequence[str], row: Row) -> bool:
    """Whether every value can be read as what its column holds."""
    known = METADATA.tables.get(table)
    for name, value in zip(columns, row, strict=True):
        column = known.columns.get(name) if known is not None else None
        if column is not None and value is not None and not _fits(column.type, value):
            return False
    return True


def _fits(kind: object, value: Any) -> bool:
    try:
        if isinstance(kind, JSON):
            json.loads(value)
        elif isinstance(kind, DateTime):
            datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    return True
