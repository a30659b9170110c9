"""Which claims a reader has not seen yet: those entered since, by number, which only grows."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, insert, select

from store.records import ReadMark
from store.tables import ArticleRow, ClaimRow, ReadMarkRow, now
from store.tables.columns import col, table_of


def unseen(connection: Connection, reader: str, query: str) -> ReadMark:
    """After which number, and up to which, the claims are that a reader has not seen of a query."""
    last = connection.execute(
        select(col(ClaimRow.number), col(ClaimRow.id))
        .order_by(col(ClaimRow.number).desc())
        .limit(1)
    ).first()
    number, claim_id = (int(last[0] or 0), str(last[1])) if last else (0, "")
    return ReadMark(reader, query, _seen_to(connection, reader, query, number), number, claim_id)


def mark_seen(connection: Connection, mark: ReadMark) -> None:
    """Takes the claims up to a mark as seen."""
    of_reader = (col(ReadMarkRow.reader) == mark.reader, col(ReadMarkRow.query) == mark.query)
    connection.execute(delete(ReadMarkRow).where(*of_reader))
    row = {
        "reader": mark.reader,
        "query": mark.query,
        "number": mark.until,
        "claim_id": mark.claim_id,
        "at": now(),
    }
    connection.execute(insert(ReadMarkRow), [row])


def _seen_to(connection: Connection, reader: str, query: str, latest: int) -> int:
    table = table_of(ReadMarkRow)
    row = (
        connection.execute(select(table).where(table.c.reader == reader, table.c.query == query))
        .mappings()
        .first()
    )
    if row is None:
        return 0
    here = connection.execute(
        select(col(ClaimRow.id)).where(col(ClaimRow.number) == row["number"])
    ).scalar()
    if here == row["claim_id"]:
        return int(row["number"])
    # That claim was forgotten, and its number may have gone to another: then the articles' time tells.
    first = connection.execute(
        select(func.min(col(ClaimRow.number)))
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .where(col(ArticleRow.fetched) > row["at"])
    ).scalar()
    return int(first) - 1 if first is not None else latest
