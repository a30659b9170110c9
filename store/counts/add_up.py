"""Adds to numbers that are kept by some keys; what comes to nothing goes."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sqlalchemy import Connection, delete, select, tuple_

from store.database.rows import Row, dialect_of
from store.tables.columns import col, table_of

KEYS_A_STATEMENT = 200


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
    return _dropped(connection, table, keys, [key for key, n in changes if n < 0])


def _dropped(
    connection: Connection, table: Any, keys: list[str], less: list[tuple[str, ...]]
) -> bool:
    """Lets those of the rows go that have come to nothing; says whether none has come to less."""
    columns = [col(getattr(table, key)) for key in keys]
    fits = True
    for at in range(0, len(less), KEYS_A_STATEMENT):
        these = tuple_(*columns).in_(less[at : at + KEYS_A_STATEMENT])
        wrong = select(columns[0]).where(these, col(table.claims) < 0).limit(1)
        fits = connection.execute(wrong).first() is None and fits
        connection.execute(delete(table).where(these, col(table.claims) <= 0))
    return fits
