"""The chain of digests that runs through the log of decisions: each row's digest takes in the one
before.

It shows that a row was changed, taken out or put in; who may rewrite the whole file can make the chain
anew, and only a digest noted elsewhere tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select, text
from sqlmodel import col

from claims.ids import digest
from store.database.times import exact_time
from store.tables import DecisionRow
from store.tables.columns import table_of

BEGINNING = ""
_FIELDS = ("reviewer", "kind", "subject", "before", "after", "note")


def digest_of(previous: str, row: Mapping[str, Any]) -> str:
    """The digest of a decision's row that follows the one with this digest."""
    values = ("-" if row[name] is None else f"={row[name]}" for name in _FIELDS)
    return digest("decision", previous, exact_time(row["at"]), *values)


def last_digest(connection: Connection) -> str:
    """The digest of the latest decision; whoever asks is the only one to write until the end of the
    transaction."""
    if connection.dialect.name == "postgresql":
        # Two that read the same last row would both follow it. SQLite's writers stand in line.
        connection.execute(text("LOCK TABLE decision IN EXCLUSIVE MODE"))
    query = select(col(DecisionRow.digest)).order_by(col(DecisionRow.id).desc()).limit(1)
    return connection.execute(query).scalar() or BEGINNING


def broken_at(connection: Connection) -> Iterator[int]:
    """Numbers of decisions whose digest does not follow from the row and the one before."""
    previous = BEGINNING
    rows = connection.execute(select(table_of(DecisionRow)).order_by(col(DecisionRow.id)))
    for row in rows.mappings():
        if row["digest"] != digest_of(previous, dict(row)):
            yield int(row["id"])
        previous = row["digest"]
