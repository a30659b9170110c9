"""Who a claim's bearer is: as the machine found it, or as a split by article or a dated office
says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, update
from sqlmodel import col

from claims.identity.model import Office
from claims.identity.offices import holder
from store.queue.queue import touch
from store.tables import Article, Claim, Parted, Role

BEARER: Any = func.coalesce(col(Claim.bearer_id), col(Claim.speaker_id))
"""The id of the name under which a claim counts."""
_NAMELESS = ("unnamed", "person", "state", "organisation")
"""Kinds of source that "the army chief" may have come out as."""


def said_by(names: Select[Any]) -> ColumnElement[bool]:
    """Claims that count under one of the names; two conditions, so that each finds its index."""
    return or_(
        and_(col(Claim.bearer_id).is_(None), col(Claim.speaker_id).in_(names)),
        col(Claim.bearer_id).in_(names),
    )


def assign(connection: Connection, article: str, rows: Sequence[dict[str, Any]]) -> None:
    """Sets bearer_id and bearer_reason of claim rows that are about to be saved, by the decisions
    in force."""
    found = connection.execute(
        select(col(Article.edition_of), col(Article.published_key)).where(
            col(Article.id) == article
        )
    ).one()
    parted = select(col(Parted.speaker_id), col(Parted.bearer_id)).where(
        col(Parted.article_id) == (found.edition_of or article)
    )
    others = {row.speaker_id: row.bearer_id for row in connection.execute(parted)}
    offices = list_offices(connection)
    for row in rows:
        row["bearer_id"], row["bearer_reason"] = _bearer(row, found.published_key, others, offices)


def any_decided(connection: Connection) -> bool:
    """Whether any claim may have a bearer by decision."""
    return any(
        connection.execute(select(column).limit(1)).first()
        for column in (col(Parted.bearer_id), col(Role.id))
    )


def list_offices(connection: Connection) -> list[Office]:
    """Every dated office that people entered."""
    query = select(
        col(Role.speaker_id), col(Role.office), col(Role.since), col(Role.until)
    ).order_by(col(Role.id))
    return [
        Office(row.speaker_id, row.office, row.since, row.until)
        for row in connection.execute(query)
    ]


def assign_all(connection: Connection) -> None:
    """Gives every stored claim its bearer anew."""
    changes = [*_by_article(connection), *_by_office(connection)]
    former = select(col(Claim.article_id)).where(col(Claim.bearer_id).is_not(None))
    touch(connection, connection.execute(former).scalars())
    connection.execute(
        update(Claim)
        .where(col(Claim.bearer_id).is_not(None))
        .values(bearer_id=None, bearer_reason=None)
    )
    for number, bearer, reason in changes:
        connection.execute(
            update(Claim)
            .where(col(Claim.number) == number)
            .values(bearer_id=bearer, bearer_reason=reason)
        )
    touch(connection, connection.execute(former).scalars())


def _bearer(
    row: dict[str, Any], date: str, others: dict[str, str], offices: Sequence[Office]
) -> tuple[str | None, str | None]:
    if row["speaker_id"] in others:
        return others[row["speaker_id"]], _SPLIT
    nameless = row["speaker_id"] is None and _may_hold(row["speaker_kind"], row["declared_count"])
    found = holder(row["mention"], date, offices) if nameless else None
    return (found[0].speaker, found[1]) if found else (None, None)


_SPLIT = "given to another bearer of the name by a person"


def _may_hold(kind: str, count: int | None) -> bool:
    return kind in _NAMELESS and not count


def _by_article(connection: Connection) -> list[tuple[int, str, str]]:
    query = (
        select(col(Claim.number), col(Parted.bearer_id))
        .join(Article, col(Article.id) == col(Claim.article_id))
        .join(
            Parted,
            and_(
                col(Parted.article_id) == func.coalesce(col(Article.edition_of), col(Article.id)),
                col(Parted.speaker_id) == col(Claim.speaker_id),
            ),
        )
    )
    return [(row.number, row.bearer_id, _SPLIT) for row in connection.execute(query)]


def _by_office(connection: Connection) -> list[tuple[int, str, str]]:
    offices = list_offices(connection)
    if not offices:
        return []
    query = (
        select(
            col(Claim.number),
            col(Claim.mention),
            col(Claim.declared_count),
            col(Article.published_key),
        )
        .join(Article, col(Article.id) == col(Claim.article_id))
        .where(
            col(Claim.speaker_id).is_(None),
            col(Claim.speaker_kind).in_(_NAMELESS),
            col(Claim.mention) != "",
        )
    )
    found = []
    for row in connection.execute(query):
        held = holder(row.mention, row.published_key, offices) if not row.declared_count else None
        if held:
            found.append((row.number, held[0].speaker, held[1]))
    return found
