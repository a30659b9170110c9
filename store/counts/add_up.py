"""Adds to numbers that are kept by some keys; what comes to nothing goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, delete

from store.database.rows import Row, dialect_of
from store.tables.columns import col, table_of


def add_up(connection: Connection, table: Any, counted: Counter[tuple[str, ...]]) -> bool:
    """Adds to the numbers of claims of a table, by its keys; says whether they may be right now."""
    keys = [column.name for column in table_of(table).primary_key]
    changes = sorted((key, n) for key, n in counted.items() if n)
    if not changes:
        return True
    rows: list[Row] = [dict(zip(keys, key, strict=True)) | {"claims": n} for key, n in changes]
    statement = dialect_of(connection).insert(table)
    total = col(table.claims) + statement.excluded.claims
    statement = statement.on_conflict_do_update(index_elements=keys, set_={"claims": total})
    connection.execute(statement, rows)
    less = [dict(zip(keys, key, strict=True)) for key, n in changes if n < 0]
    fits = not drop(connection, table, less, col(table.claims) < 0)
    drop(connection, table, less, col(table.claims) == 0)
    return fits


def drop(
    connection: Connection, table: Any, rows: Sequence[Row], *where: ColumnElement[bool]
) -> int:
    """Deletes rows by their whole keys, one by one: SQLite would go through the table for a list of several columns.
    Gives how many there were that also met the conditions."""
    if not rows:
        return 0
    mine = [col(getattr(table, key)) == bindparam(f"its_{key}") for key in rows[0]]
    keys = [{f"its_{key}": value for key, value in row.items()} for row in rows]
    return connection.execute(delete(table).where(*mine, *where), keys).rowcount
