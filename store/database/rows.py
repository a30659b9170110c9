"""What every statement over many rows needs: lists short enough for it, inserting none, and how rows are sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Dialect, Table, event, insert

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
    if rows and connection.dialect.name == "sqlite":
        _send(connection, table, rows, "")
    elif rows:
        connection.execute(insert(table), list(rows))


def put_rows(connection: Connection, table: Any, rows: Sequence[Row]) -> None:
    """Inserts rows, each in the place of one of the same key where there is one."""
    if not rows:
        return
    keys = [column.name for column in table_of(table).primary_key]
    others = [name for name in rows[0] if name not in keys]
    if connection.dialect.name == "sqlite":
        replaced = ", ".join(f'"{name}" = excluded."{name}"' for name in others)
        ending = f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {replaced}"
        _send(connection, table, rows, ending)
        return
    statement = dialect_of(connection).insert(table)
    replaced_by = {name: statement.excluded[name] for name in others}
    connection.execute(
        statement.on_conflict_do_update(index_elements=keys, set_=replaced_by), list(rows)
    )


def enter_rows(connection: Connection, table: Any, rows: Sequence[Row]) -> None:
    """Inserts those of the rows that nobody else entered, always in the same order, so that two who enter
    the same never wait for each other."""
    if not rows:
        return
    keys = [column.name for column in table_of(table).primary_key]
    ordered = sorted(rows, key=lambda row: [row[key] for key in keys])
    if connection.dialect.name == "sqlite":
        _send(connection, table, ordered, " ON CONFLICT DO NOTHING")
    else:
        dialect = dialect_of(connection)
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), ordered)


def _send(connection: Connection, table: Any, rows: Sequence[Row], ending: str) -> None:
    """Inserts rows of the same columns past the layer that would look at each value: most of what saving costs is on
    its way to the database."""
    names = tuple(rows[0])
    statement, put = _insertion(table_of(table), names, connection.dialect)
    values = [
        tuple([put[at](row[name]) if put[at] else row[name] for at, name in enumerate(names)])
        for row in rows
    ]
    connection.exec_driver_sql(statement + ending, values)


@lru_cache(maxsize=256)
def _insertion(
    table: Table, names: tuple[str, ...], dialect: Dialect
) -> tuple[str, tuple[Any, ...]]:
    """The statement, and what makes of each value what the database takes, None where it takes it as it is."""
    columns = ", ".join(f'"{name}"' for name in names)
    marks = ", ".join("?" * len(names))
    types = [table.c[name].type.dialect_impl(dialect) for name in names]
    put = tuple(type.bind_processor(dialect) for type in types)
    return f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})', put


def stream_bytes(connection: Connection, query: Any, step: int) -> Iterator[Sequence[Any]]:
    """The rows of a query of bytes and whole numbers, so many at a time; a server sends them as they are, for in digits
    they would be twice as long."""
    sends_digits = connection.dialect.driver == "psycopg"
    if sends_digits:
        event.listen(connection, "before_cursor_execute", _as_bytes)
    try:
        rows = connection.execute(query, execution_options={"yield_per": step})
    finally:
        if sends_digits:
            event.remove(connection, "before_cursor_execute", _as_bytes)
    yield from rows.partitions()


def _as_bytes(_connection: Connection, cursor: Any, *_: Any) -> None:
    from psycopg.pq import Format

    cursor.format = Format.BINARY


def dialect_of(connection: Connection) -> Any:
    """The dialect's own statements, such as an INSERT that expects company."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql
    from sqlalchemy.dialects import sqlite

    return sqlite
