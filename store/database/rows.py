"""What every statement over many rows needs: lists short enough for it, and inserting none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, insert

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
