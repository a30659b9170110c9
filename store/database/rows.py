"""What every statement over many rows needs: lists short enough for it, and inserting none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, insert

from store.tables.columns import table_of

Row = dict[str, Any]
_ROWS_A_STATEMENT = 500


def chunks(items: Iterable[str]) -> Iterable[list[str]]:
    """The items in lists short enough for one statement."""
    rest = iter(items)
    while chunk := list(islice(rest, _ROWS_A_STATEMENT)):
        yield chunk


def insert_rows(connection: Connection, table: Any, rows: Sequence[Row]) -> None:
    """Inserts rows, or nothing where there are none."""
    if rows:
        connection.execute(insert(table), list(rows))


def enter_rows(connection: Connection, table: Any, rows: Sequence[Row]) -> None:
    """Inserts those of the rows that nobody else entered, always in the same order, so that two who enter
    the same never wait for each other."""
    if rows:
        dialect = dialect_of(connection)
        keys = [column.name for column in table_of(table).primary_key]
        ordered = sorted(rows, key=lambda row: [row[key] for key in keys])
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), ordered)


def dialect_of(connection: Connection) -> Any:
    """The dialect's own statements, such as an INSERT that expects company."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql
    from sqlalchemy.dialects import sqlite

    return sqlite
