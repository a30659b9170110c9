"""A store moved into another database, of another kind or not: every row is written, read back and compared
before any of it is kept. What one store is made of stands in tables/."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import zip_longest
from typing import Any

from sqlalchemy import Column, Connection, Engine, String, Table, func, insert, select

from store.database.errors import problem_with, translated
from store.database.search import enter_value_words, index_claims, put_together
from store.database.session import file_of, take_stock, writing
from store.database.snapshot import snapshot
from store.tables import ArticleRow, ClaimRow, ClaimValueRow, MetaRow, SpeakerRow
from store.tables.columns import col, table_of

Row = dict[str, Any]
ROWS_TOGETHER = 500
_ITS_OWN = frozenset({table_of(ClaimValueRow).c.words})
"""What each kind of database keeps in its own way, made of the rest."""
HOLDS_ROWS = "holds rows already; name a new file or an empty database"
"""Of a database that a store would be copied into."""


def copy_store(source: Engine, where: str, target: Engine, whither: str) -> dict[str, int]:
    """Copies the store of one engine into the empty one of another, whole or not at all, and gives how many
    rows of each table were written and found alike; raises StoreError."""
    with snapshot(source, where) as rows, writing(target, whither) as copy:
        _check_empty(copy, whither)
        counts = copy_rows(rows, copy, where)
        for table in _tables():
            _compare(table, rows, copy, (where, whither))
        take_stock(copy)
        put_together(copy)
    return counts


def copy_rows(source: Connection, copy: Connection, where: str) -> dict[str, int]:
    """Writes every row of a store into another, whose tables are as new; the index of words too, of which a
    server keeps the most itself. Gives the number of rows of each table that has some."""
    _keep_utc(source)
    _keep_utc(copy)
    copy.execute(table_of(MetaRow).delete())
    counts = {table.name: _written(table, source, copy, where) for table in _tables()}
    _index(copy)
    return {name: count for name, count in counts.items() if count}


def _tables() -> list[Table]:
    """Those that others refer to come first."""
    from store.tables.declared import METADATA  # what refers to what

    return list(METADATA.sorted_tables)


def _check_empty(copy: Connection, location: str) -> None:
    for table in _tables():
        if table.name != MetaRow.__tablename__ and copy.execute(select(table).limit(1)).first():
            raise problem_with(location, HOLDS_ROWS)


def _written(table: Table, source: Connection, copy: Connection, where: str) -> int:
    count = 0
    for some in _parts(table, source, where):
        copy.execute(insert(table), some)
        count += len(some)
    number = table.autoincrement_column
    if count and number is not None and copy.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(table.name, number.name)
        copy.execute(select(func.setval(sequence, select(func.max(number)).scalar_subquery())))
    return count


def _compare(
    table: Table, source: Connection, copy: Connection, locations: tuple[str, str]
) -> None:
    """Raises StoreError at the first row that is not the same in both."""
    theirs, ours = (
        (row for some in _parts(table, connection, location) for row in some)
        for connection, location in zip((source, copy), locations, strict=True)
    )
    for one, other in zip_longest(theirs, ours):
        if one != other:
            key = ", ".join(str((one or other or {}).get(c.name)) for c in table.primary_key)
            raise problem_with(
                locations[1], f"a row of {table.name} ({key}) is not as it was; nothing was copied"
            )


def _parts(table: Table, connection: Connection, location: str) -> Iterator[list[Row]]:
    """The rows as every database holds them, in an order that does not hang on its language."""
    server = connection.dialect.name == "postgresql"
    order = [_exact(column, server=server) for column in table.primary_key]
    if table.name == ArticleRow.__tablename__:
        # Later editions refer to the first one.
        order = [table.c.edition_of.is_not(None), *order]
    query = select(*(column for column in table.columns if column not in _ITS_OWN)).order_by(*order)
    with translated(location, file_of(connection.engine)):
        rows = connection.execute(query, execution_options={"yield_per": ROWS_TOGETHER})
        for some in rows.mappings().partitions():
            yield [{name: _plain(value) for name, value in row.items()} for row in some]


def _exact(column: Column[Any], *, server: bool) -> Any:
    return column.collate("C") if server and isinstance(column.type, String) else column


def _plain(value: Any) -> Any:
    """Times in UTC, whatever zone a server tells them in."""
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def _keep_utc(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL TIME ZONE 'UTC'")


def _index(copy: Connection) -> None:
    if copy.dialect.name != "sqlite":
        enter_value_words(copy)
        return
    query = select(
        col(ClaimRow.number), col(ClaimRow.quote), col(ClaimRow.mention), col(SpeakerRow.name)
    ).join(SpeakerRow, col(SpeakerRow.id) == col(ClaimRow.speaker_id), isouter=True)
    rows = copy.execute(query, execution_options={"yield_per": ROWS_TOGETHER})
    for some in rows.partitions():
        entries = [
            {"number": number, "quote": quote, "speaker": name or "", "aliases": mention}
            for number, quote, mention, name in some
        ]
        index_claims(copy, entries, new=True)
