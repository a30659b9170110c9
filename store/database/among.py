"""Rows whose key is one of many, read and deleted past the layer that would look at each value: looking rows up by
lists is most of what weighing sends to the database. A key may be of several columns where rows are read."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, text

KEYS_A_STATEMENT = 10_000
"""Sent as one list."""
_BY_WHOLE_KEY = {
    # SQLite keeps the order of a cross join: each key is looked up, and no table gone through for a list of them.
    "sqlite": "json_each(?) AS wanted CROSS JOIN {table} ON {same}",
    "postgresql": "unnest({lists}) AS wanted({named}) JOIN {table} ON {same}",
}
_ONE_OF = {
    "sqlite": "{key} IN (SELECT value FROM json_each(?))",
    "postgresql": "{key} = ANY(CAST(:some AS {kind}[]))",
}


def rows_among(
    connection: Connection,
    columns: tuple[Column[Any], ...],
    key: Column[Any],
    values: Collection[Any],
) -> list[Any]:
    """These columns, plain ones of a table, where its key is one of the values, in no order."""
    what = "SELECT {columns} FROM {table} WHERE "
    return [
        row
        for some in _lists(values)
        for row in _sent(connection, _statement(connection.dialect.name, what, key, columns), some)
    ]


def rows_by_whole_key(
    connection: Connection,
    columns: tuple[Column[Any], ...],
    keys: tuple[Column[Any], ...],
    values: Collection[tuple[str, ...]],
) -> list[Any]:
    """These columns of the rows of which several columns together, all of them text, are one of the values."""
    sqlite = connection.dialect.name == "sqlite"
    words = _whole_key_statement(connection.dialect.name, columns, keys)
    rows: list[Any] = []
    for some in _lists(values):
        if sqlite:
            rows += connection.exec_driver_sql(words, (json.dumps(some),)).all()
        else:
            given = {
                key.name: list(part)
                for key, part in zip(keys, zip(*some, strict=True), strict=True)
            }
            rows += connection.execute(text(words), given).all()
    return rows


@lru_cache(maxsize=256)
def _whole_key_statement(
    dialect: str, columns: tuple[Column[Any], ...], keys: tuple[Column[Any], ...]
) -> str:
    table = f'"{keys[0].table.name}"'
    wanted = [
        f"json_extract(wanted.value, '$[{at}]')"
        if dialect == "sqlite"
        else f"wanted.{_quoted(key)}"
        for at, key in enumerate(keys)
    ]
    source = _BY_WHOLE_KEY[dialect].format(
        table=table,
        lists=", ".join(f"CAST(:{key.name} AS text[])" for key in keys),
        named=", ".join(map(_quoted, keys)),
        same=" AND ".join(
            f"{table}.{_quoted(key)} = {value}" for key, value in zip(keys, wanted, strict=True)
        ),
    )
    return f"SELECT {', '.join(f'{table}.{_quoted(column)}' for column in columns)} FROM {source}"


def delete_among(connection: Connection, key: Column[Any], values: Collection[Any]) -> None:
    """Drops the rows of a table of which the key is one of the values."""
    statement = _statement(connection.dialect.name, "DELETE FROM {table} WHERE ", key, ())
    for some in _lists(values):
        _sent(connection, statement, some)


def _lists(values: Collection[Any]) -> Iterator[list[Any]]:
    rest = iter(values)
    while some := list(islice(rest, KEYS_A_STATEMENT)):
        yield some


@lru_cache(maxsize=256)
def _statement(
    dialect: str, what: str, key: Column[Any], columns: tuple[Column[Any], ...]
) -> tuple[str, Any]:
    named = what.format(
        columns=", ".join(map(_quoted, columns)),
        table=f'"{key.table.name}"',
    )
    kind = "bigint" if key.type.python_type is int else "text"
    words = named + _ONE_OF[dialect].format(key=_quoted(key), kind=kind)
    return words, text(words)


def _quoted(column: Column[Any]) -> str:
    return f'"{column.name}"'


def _sent(connection: Connection, statement: tuple[str, Any], some: list[Any]) -> Any:
    words, for_server = statement
    if connection.dialect.name == "sqlite":
        result = connection.exec_driver_sql(words, (json.dumps(some),))
    else:
        result = connection.execute(for_server, {"some": some})
    return result.all() if result.returns_rows else ()
