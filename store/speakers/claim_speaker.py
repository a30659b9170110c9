"""Who a claim's bearer is: as the machine found it, or as a split by article or a dated office
says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, and_, func, select, update

from claims.identity.model import Office
from claims.identity.offices import holder
from claims.rules.vocabulary import OFFICE_KINDS
from store.queue.queue import touch
from store.tables import ArticleRow, ClaimRow, RoleRow, SpeakerSplitRow
from store.tables.columns import col


def assign(connection: Connection, article: str, rows: Sequence[dict[str, Any]]) -> None:
    """Sets effective_speaker_id and effective_speaker_reason of claim rows that are about to be saved, by the decisions
    in force."""
    article_row = connection.execute(
        select(col(ArticleRow.edition_of), col(ArticleRow.published_key)).where(
            col(ArticleRow.id) == article
        )
    ).one()
    parted = select(
        col(SpeakerSplitRow.speaker_id), col(SpeakerSplitRow.effective_speaker_id)
    ).where(col(SpeakerSplitRow.article_id) == (article_row.edition_of or article))
    others = {row.speaker_id: row.effective_speaker_id for row in connection.execute(parted)}
    offices = list_offices(connection)
    for row in rows:
        row["effective_speaker_id"], row["effective_speaker_reason"] = _bearer(
            row, article_row.published_key, others, offices
        )


def any_decided(connection: Connection) -> bool:
    """Whether any claim may have a bearer by decision."""
    return any(
        connection.execute(select(column).limit(1)).first()
        for column in (col(SpeakerSplitRow.effective_speaker_id), col(RoleRow.id))
    )


def list_offices(connection: Connection) -> list[Office]:
    """Every dated office that people entered."""
    query = select(
        col(RoleRow.speaker_id), col(RoleRow.office), col(RoleRow.since), col(RoleRow.until)
    ).order_by(col(RoleRow.id))
    return [
        Office(row.speaker_id, row.office, row.since, row.until)
        for row in connection.execute(query)
    ]


def assign_all(connection: Connection) -> None:
    """Gives every stored claim its bearer anew."""
    changes = [*_by_article(connection), *_by_office(connection)]
    former = select(col(ClaimRow.article_id)).where(col(ClaimRow.effective_speaker_id).is_not(None))
    touch(connection, connection.execute(former).scalars())
    connection.execute(
        update(ClaimRow)
        .where(col(ClaimRow.effective_speaker_id).is_not(None))
        .values(effective_speaker_id=None, effective_speaker_reason=None)
    )
    for number, bearer, reason in changes:
        connection.execute(
            update(ClaimRow)
            .where(col(ClaimRow.number) == number)
            .values(effective_speaker_id=bearer, effective_speaker_reason=reason)
        )
    touch(connection, connection.execute(former).scalars())


def _bearer(
    row: dict[str, Any], date: str, others: dict[str, str], offices: Sequence[Office]
) -> tuple[str | None, str | None]:
    if row["speaker_id"] in others:
        return others[row["speaker_id"]], _SPLIT
    nameless = row["speaker_id"] is None and _may_hold(row["speaker_kind"], row["declared_count"])
    office = holder(row["mention"], date, offices) if nameless else None
    return (office[0].speaker, office[1]) if office else (None, None)


_SPLIT = "given to another bearer of the name by a person"


def _may_hold(kind: str, count: int | None) -> bool:
    return kind in OFFICE_KINDS and not count


def _by_article(connection: Connection) -> list[tuple[int, str, str]]:
    query = (
        select(col(ClaimRow.number), col(SpeakerSplitRow.effective_speaker_id))
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .join(
            SpeakerSplitRow,
            and_(
                col(SpeakerSplitRow.article_id)
                == func.coalesce(col(ArticleRow.edition_of), col(ArticleRow.id)),
                col(SpeakerSplitRow.speaker_id) == col(ClaimRow.speaker_id),
            ),
        )
    )
    return [(row.number, row.effective_speaker_id, _SPLIT) for row in connection.execute(query)]


def _by_office(connection: Connection) -> list[tuple[int, str, str]]:
    offices = list_offices(connection)
    if not offices:
        return []
    query = (
        select(
            col(ClaimRow.number),
            col(ClaimRow.mention),
            col(ClaimRow.declared_count),
            col(ArticleRow.published_key),
        )
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .where(
            col(ClaimRow.speaker_id).is_(None),
            col(ClaimRow.speaker_kind).in_(OFFICE_KINDS),
            col(ClaimRow.mention) != "",
        )
    )
    changes = []
    for row in connection.execute(query):
        office = holder(row.mention, row.published_key, offices) if not row.declared_count else None
        if office:
            changes.append((row.number, office[0].speaker, office[1]))
    return changes
