"""The chain of digests that runs through the log of decisions: each row's digest takes in the one
before.

It shows that a row was changed, taken out or put in; who may rewrite the whole file can make the chain
anew, and only a digest noted elsewhere tells. What is forgotten of a row (forgetting.py) leaves its digest,
and a seal of the rest that the decision to forget names; so forgetting is a link of the chain itself.
"""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, select, text

from claims.ids import digest
from store.database.times import exact_time
from store.records.kinds import FORGET
from store.tables import DecisionRow
from store.tables.columns import col, table_of

BEGINNING = ""
SALT_BYTES = 16
_FIELDS = ("reviewer", "kind", "subject", "before", "after", "note")


def digest_of(previous: str, row: Mapping[str, Any]) -> str:
    """The digest of a decision's row that follows the one with this digest; its salt is a part of
    it."""
    return digest("decision", previous, exact_time(row["at"]), *_values(row), row["salt"])


def seal_of(row: Mapping[str, Any]) -> str:
    """The digest of what is left of a row of which something was forgotten, beside the digest that
    it keeps."""
    return digest("what is left", row["digest"], exact_time(row["at"]), *_values(row), row["salt"])


def _values(row: Mapping[str, Any]) -> Iterator[str]:
    return ("-" if row[name] is None else f"={row[name]}" for name in _FIELDS)


def new_salt() -> str:
    """As many random digits as a digest has: who does not know them can try no values."""
    return secrets.token_hex(SALT_BYTES)


def last_digest(connection: Connection) -> str:
    """The digest of the latest decision; whoever asks is the only one to write until the end of the
    transaction."""
    if connection.dialect.name == "postgresql":
        # Two that read the same last row would both follow it. SQLite's writers stand in line.
        connection.execute(text("LOCK TABLE decision IN EXCLUSIVE MODE"))
    query = select(col(DecisionRow.digest)).order_by(col(DecisionRow.id).desc()).limit(1)
    return connection.execute(query).scalar() or BEGINNING


def broken_at(connection: Connection) -> Iterator[int]:
    """Numbers of decisions whose digest does not follow from the row and the one before; of a row of
    which something was forgotten, those that no later decision to forget names with this seal."""
    sealed = _sealed(connection)
    previous = BEGINNING
    rows = connection.execute(select(table_of(DecisionRow)).order_by(col(DecisionRow.id)))
    for row in rows.mappings():
        if row["seal"] is None:
            whole = row["digest"] == digest_of(previous, dict(row))
        else:
            named = row["seal"] in sealed.get(str(row["id"]), ())
            whole = named and row["seal"] == seal_of(dict(row))
        if not whole:
            yield int(row["id"])
        previous = row["digest"]


def _sealed(connection: Connection) -> dict[str, set[str]]:
    """By number of a decision the seals that decisions to forget gave it."""
    seals: dict[str, set[str]] = defaultdict(set)
    query = select(col(DecisionRow.after)).where(col(DecisionRow.kind) == FORGET)
    for after in connection.execute(query).scalars():
        for number, seal in json.loads(after or "{}").items():
            seals[number].add(seal)
    return seals
