"""Who speaks together with others, by name: kept with the counts, by the articles that a transaction changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, select

from claims.folding import name_key
from store.database.rows import insert_rows
from store.queries.joint import IS_JOINT, MAX_CHARS
from store.tables import ClaimRow, JointMemberRow
from store.tables.columns import col


def take_members_out(connection: Connection, articles: Sequence[str]) -> None:
    """Takes out the members of the joint claims of articles."""
    connection.execute(delete(JointMemberRow).where(col(JointMemberRow.article_id).in_(articles)))


def enter_members(connection: Connection, articles: Sequence[str]) -> None:
    """Enters the members of the joint claims of articles as they are now; those of the articles that these
    claims were of before must be out."""
    rows = _members(connection, _joint().where(col(ClaimRow.article_id).in_(articles)))
    insert_rows(connection, JointMemberRow, [dict(zip(_COLUMNS, row, strict=True)) for row in rows])


_COLUMNS = ("key", "number", "article_id")


def unlike(connection: Connection) -> int:
    """How many members are entered and should not be, or the other way round."""
    columns = (col(getattr(JointMemberRow, name)) for name in _COLUMNS)
    kept = set(map(tuple, connection.execute(select(*columns))))
    return len(kept ^ set(_members(connection, _joint())))


def _joint() -> Select[Any]:
    columns: tuple[Any, ...] = (ClaimRow.number, ClaimRow.article_id, ClaimRow.members)
    return select(*columns).where(*IS_JOINT)


def _members(connection: Connection, query: Select[Any]) -> Iterator[tuple[str, int, str]]:
    for number, article, members in connection.execute(query).all():
        for key in sorted({name_key(name)[:MAX_CHARS] for name in members} - {""}):
            yield key, number, article
