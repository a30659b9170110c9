"""Keys and kept pairs in tables, by number: what claims.corroborate's Protocols KeyIndex and Pairs
ask for.

One query has no portable form, the one that reads no further than a limit for each of many keys:
SQLite and PostgreSQL get one each.
"""

from __future__ import annotations

import json
import struct
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic

from sqlalchemy import Column, Connection, bindparam, delete, insert, select, text

from claims.corroborate.blocking import MAX_PAIRED_HOLDERS, Holders, Keys, ordered
from claims.corroborate.blocking import number as number_of
from claims.corroborate.model import ClaimPair, CopyPair
from claims.corroborate.repository import Kept
from store.database.among import delete_among, rows_among
from store.tables.columns import col, table_of

_NUMBERS_A_READ = 10_000
"""Numbers in one statement."""
_FILE = """
SELECT wanted.value, held.number FROM json_each(:some) AS wanted JOIN {table} AS held ON held.key = wanted.value
AND held.number <= coalesce(
    (SELECT number FROM {table} AS last WHERE last.key = wanted.value ORDER BY number LIMIT 1 OFFSET :last),
    9223372036854775807)
"""
_SERVER = """
SELECT wanted.key, held.number FROM unnest(CAST(:some AS bigint[])) AS wanted(key)
CROSS JOIN LATERAL (SELECT number FROM {table} WHERE key = wanted.key ORDER BY number LIMIT :most) AS held
"""


def parts(numbers: Iterable[int], size: int = _NUMBERS_A_READ) -> Iterator[list[int]]:
    """Numbers in order, in lists short enough for one statement."""
    rest = sorted(numbers)
    for at in range(0, len(rest), size):
        yield rest[at : at + size]


class TableIndex:
    """A KeyIndex in two tables: what each number is entered under, and who is entered under each
    key."""

    def __init__(self, connection: Connection, entered: Any, keys: Any) -> None:
        self._connection, self._entered, self._keys = connection, entered, keys
        self.about: dict[int, dict[str, str]] = {}
        """Other columns of the rows to enter, by number."""
        self._ids: dict[int, str] = {}
        """What was looked up of the ids that numbers stand for."""

    def keys_of(self, holders: Collection[int]) -> Mapping[int, Keys]:
        """The keys under which each holder is entered."""
        table = table_of(self._entered).c
        return {
            at: struct.unpack(f"<{len(packed) // 8}q", packed)
            for at, packed in self._among((table.number, table["keys"]), holders)
        }

    def replace(self, old: Mapping[int, Keys], keys: Mapping[int, Keys]) -> None:
        """Enters each holder under these keys and no others; old is what keys_of gave."""
        gone = [(key, at) for at, some in old.items() for key in set(some) - set(keys[at])]
        new = [(key, at) for at, some in keys.items() for key in set(some) - set(old.get(at, ()))]
        table, entered = table_of(self._keys), self._entered
        if gone:
            where = (table.c.key == bindparam("k"), table.c.number == bindparam("n"))
            self._connection.execute(
                delete(table).where(*where), [{"k": k, "n": n} for k, n in gone]
            )
        if new:
            _enter(self._connection, table, sorted(new))
        delete_among(self._connection, table_of(entered).c.number, old)
        for at in old:
            self._ids.pop(at, None)
        rows = [
            {"number": at, "keys": struct.pack(f"<{len(some)}q", *some)} | self.about[at]
            for at, some in sorted(keys.items())
            if some
        ]
        if rows:
            self._connection.execute(insert(entered), rows)

    def first_holders(self, keys: Collection[int]) -> Mapping[int, Holders]:
        """The holders of each key, read by index and no further than it takes to know that they are
        many."""
        numbers_by_key: dict[int, list[int]] = defaultdict(list)
        for some in parts(keys):
            for key, at in self._first(some):
                numbers_by_key[key].append(at)
        return {key: Holders.of(sorted(numbers)) for key, numbers in numbers_by_key.items()}

    def _first(self, keys: list[int]) -> Iterable[tuple[int, int]]:
        """Keys with one more of their first holders than are few; SQLite's as its driver gives
        them, being many."""
        table, most = self._keys.__tablename__, MAX_PAIRED_HOLDERS + 1
        if self._connection.dialect.name == "postgresql":
            holders = self._connection.execute(
                text(_SERVER.format(table=table)), {"some": keys, "most": most}
            )
            return [(key, at) for key, at in holders]
        query = _FILE.format(table=table)
        driver = self._connection.connection.driver_connection
        assert driver is not None
        rows: list[tuple[int, int]] = driver.execute(
            query, {"some": json.dumps(keys), "last": most - 1}
        ).fetchall()
        return rows

    def holders(self, key: int) -> Sequence[int]:
        """Every holder of a key."""
        table = self._keys
        query = select(col(table.number)).where(col(table.key) == key).order_by(col(table.number))
        return list(self._connection.execute(query).scalars())

    def ids(self, numbers: Collection[int]) -> dict[int, str]:
        """The ids that the numbers stand for."""
        table = table_of(self._entered).c
        missing = [at for at in numbers if at not in self._ids]
        self._ids |= dict(self._among((table.number, table.id), missing))
        return {at: self._ids[at] for at in numbers if at in self._ids}

    def _among(
        self, columns: tuple[Column[Any], ...], numbers: Collection[int]
    ) -> Iterable[tuple[int, Any]]:
        return rows_among(self._connection, columns, columns[0], numbers)


def _enter(connection: Connection, table: Any, rows: Sequence[tuple[int, int]]) -> None:
    """Inserts keys, which are many, past the layer that would look at each row."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            f"INSERT INTO {table.name} (key, number) VALUES (?, ?)", list(rows)
        )
    else:
        connection.execute(insert(table), [{"key": key, "number": number} for key, number in rows])


class TablePairs(Generic[Kept]):
    """Kept pairs in a table, looked up by either end."""

    def __init__(
        self,
        connection: Connection,
        table: Any,
        ids: Callable[[Collection[int]], Mapping[int, str]],
        make: Callable[..., Kept],
    ) -> None:
        self._connection, self._table, self._ids = connection, table_of(table), ids
        self._make: Callable[..., Kept] = make
        """Takes the two ids, then the table's other columns."""

    def of(self, numbers: Collection[int]) -> Iterable[Kept]:
        """Every pair with an end among these, once."""
        pairs: dict[tuple[int, int], Sequence[Any]] = {}
        columns = tuple(self._table.c)
        for end in columns[:2]:
            rows = rows_among(self._connection, columns, end, numbers)
            pairs |= {(a, b): rest for a, b, *rest in rows}
        ids = self._ids({end for pair in pairs for end in pair})
        for (a, b), rest in sorted(pairs.items()):
            if a in ids and b in ids:
                yield self._make(*sorted((ids[a], ids[b])), *rest)

    def replace(self, gone: Collection[int], dropped: Iterable[Kept], new: Iterable[Kept]) -> None:
        """Forgets every pair with an end among the gone and the dropped ones, then keeps the new
        ones."""
        a, b = self._table.c.a, self._table.c.b
        for end in (a, b):
            delete_among(self._connection, end, gone)
        new = list(new)
        # A pair that more keys make than before is kept already.
        ends = [dict(zip("xy", self._ends(pair), strict=True)) for pair in (*dropped, *new)]
        if ends:
            self._connection.execute(
                delete(self._table).where(a == bindparam("x"), b == bindparam("y")), ends
            )
        rows = [self._row(pair) for pair in new]
        if rows:
            self._connection.execute(insert(self._table), rows)

    def _row(self, pair: Kept) -> dict[str, Any]:
        a, b = self._ends(pair)
        return vars(pair) | {"a": a, "b": b}

    @staticmethod
    def _ends(pair: CopyPair | ClaimPair) -> tuple[int, int]:
        return ordered(number_of(pair.a), number_of(pair.b))
