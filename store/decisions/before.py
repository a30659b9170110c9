"""What stood before a decision, as its row keeps it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from store.records import Move
from store.records.kinds import kind_of
from store.tables import (
    ArticleReviewRow,
    ArticleRow,
    ChainLinkRow,
    ClaimRow,
    OutletRow,
    ReviewRow,
    SpeakerRow,
)
from store.tables.columns import col, table_of

_CLAIMS = table_of(ClaimRow)


def with_before(connection: Connection, move: Move) -> Move:
    """The move with what stood before it, where the kind has such a thing."""
    if move.before is not None:
        return move
    read = {"article": _of_article, "claim": _of_claim}.get(kind_of(move.kind).subject)
    return move if read is None else replace(move, before=read(connection, move))


def _of_claim(connection: Connection, move: Move) -> str | None:
    row = (
        connection.execute(select(_CLAIMS).where(col(ClaimRow.id) == move.subject))
        .mappings()
        .first()
    )
    if row is None:
        return None
    if value := CLAIM_VALUES.get(move.kind):
        return value(connection, row)
    stood = row[move.kind] if kind_of(move.kind).corrects else None
    return None if stood is None else str(stood)


def _spans(part: str) -> Callable[[Connection, RowMapping], str]:
    return lambda _, row: json.dumps(row[part])


def _speaker(connection: Connection, row: RowMapping) -> str:
    query = select(col(SpeakerRow.name)).where(col(SpeakerRow.id) == row["speaker_id"])
    return connection.execute(query).scalar() or ""


def _chain(connection: Connection, row: RowMapping) -> str:
    query = (
        select(col(ChainLinkRow.intermediary))
        .where(col(ChainLinkRow.claim_id) == row["id"])
        .order_by(col(ChainLinkRow.position))
    )
    return json.dumps(list(connection.execute(query).scalars()), ensure_ascii=False)


def _status(connection: Connection, row: RowMapping) -> str:
    query = select(col(ReviewRow.status)).where(col(ReviewRow.claim_id) == row["id"])
    return connection.execute(query).scalar() or "unreviewed"


CLAIM_VALUES: dict[str, Callable[[Connection, RowMapping], str]] = {
    "cue": _spans("cue"),
    "source": _spans("source"),
    "content": _spans("content"),
    "speaker": _speaker,
    "stance": lambda _, row: f"{row['stance']}/{row['polarity']}",
    "chain": _chain,
    "status": _status,
}
"""The values that are not plainly the column of the kind's name, as a decision writes them."""


def _of_article(connection: Connection, move: Move) -> str | None:
    if move.kind == "read":
        return connection.execute(
            select(col(ArticleReviewRow.read_by)).where(
                col(ArticleReviewRow.article_id) == move.subject
            )
        ).scalar()
    query: Any = (
        select(col(OutletRow.name).label("outlet"), col(ArticleRow.wire))
        .select_from(ArticleRow)
        .join(OutletRow, col(OutletRow.id) == col(ArticleRow.outlet_id), isouter=True)
        .where(col(ArticleRow.id) == move.subject)
    )
    row = connection.execute(query).mappings().first()
    return (row[move.kind] or "") if row else None
