"""Keeps what weighing found, and forgets what it finds no more; verdicts.py hands it out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select

from claims.corroborate.model import Conflict, CopyLink, Verdict
from store.corroboration.ranks import rank_of
from store.database.among import delete_among
from store.database.rows import chunks, insert_rows
from store.queue.changed import note
from store.tables import (
    ArticleRow,
    ClaimRow,
    ConflictRow,
    CopyRow,
    OriginLinkRow,
    PropositionClaimRow,
    PropositionRow,
)
from store.tables.columns import col, table_of


def save_copies(connection: Connection, links: Iterable[CopyLink]) -> None:
    """Keeps of which articles others are copies."""
    insert_rows(connection, CopyRow, [dict(vars(link)) for link in links])


def forget(connection: Connection, propositions: Collection[str]) -> None:
    """Drops propositions with all that hangs on them; decisions stay as they are."""
    for ids in chunks(propositions):
        _note_articles(connection, col(PropositionClaimRow.proposition_id).in_(ids))
    for table in (OriginLinkRow, PropositionClaimRow):
        delete_among(connection, table_of(table).c.proposition_id, propositions)
    for end in ("a", "b"):
        delete_among(connection, table_of(ConflictRow).c[end], propositions)
    delete_among(connection, table_of(PropositionRow).c.id, propositions)


def _note_articles(connection: Connection, where: ColumnElement[bool]) -> None:
    """Lets the claims of propositions be counted by label anew."""
    of_member = col(ClaimRow.id) == col(PropositionClaimRow.claim_id)
    query = select(col(ClaimRow.article_id)).join(PropositionClaimRow, of_member).where(where)
    note(connection, connection.execute(query.distinct()).scalars())


def save(
    connection: Connection, verdicts: Sequence[Verdict], conflicts: Iterable[Conflict]
) -> None:
    """Keeps verdicts with their claims, origins and conflicts."""
    places = _places(
        connection, [member.claim_id for verdict in verdicts for member in verdict.members]
    )
    note(connection, (place.article for place in places.values()))
    insert_rows(
        connection, PropositionRow, [_proposition_row(verdict, places) for verdict in verdicts]
    )
    insert_rows(
        connection,
        PropositionClaimRow,
        [row for verdict in verdicts for row in _member_rows(verdict)],
    )
    pairs = [
        {"proposition_id": verdict.id} | vars(pair)
        for verdict in verdicts
        for pair in verdict.pairs
    ]
    insert_rows(connection, OriginLinkRow, pairs)
    insert_rows(connection, ConflictRow, [dict(vars(conflict)) for conflict in conflicts])


class _Place(NamedTuple):
    """When and in which outlet a claim stands, the article where its outlet is not known; and whether
    it is a statement."""

    published_key: str
    outlet: str
    stated: bool
    article: str


def _places(connection: Connection, claims: Iterable[str]) -> dict[str, _Place]:
    places: dict[str, _Place] = {}
    outlet = func.coalesce(col(ArticleRow.outlet_id), col(ArticleRow.id))
    for ids in chunks(claims):
        columns: tuple[Any, ...] = (
            ClaimRow.id, ArticleRow.published_key, outlet, ClaimRow.saying, ClaimRow.article_id
        )  # fmt: skip
        query = select(*columns).join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        places |= {
            row[0]: _Place(row[1], row[2], row[3] == "statement", row[4])
            for row in connection.execute(query.where(col(ClaimRow.id).in_(ids)))
        }
    return places


def _member_rows(verdict: Verdict) -> list[dict[str, Any]]:
    return [
        {"proposition_id": verdict.id, "position": position} | vars(member)
        for position, member in enumerate(verdict.members)
    ]


def _proposition_row(verdict: Verdict, places: Mapping[str, _Place]) -> dict[str, Any]:
    first = places.get(verdict.members[0].claim_id) if verdict.members else None
    stated = any(places[m.claim_id].stated for m in verdict.members if m.claim_id in places)
    held = {m.claim_id for m in verdict.members if m.role == "supports"} & places.keys()
    return {
        "rank": rank_of(verdict.label, named=verdict.named, stated=stated),
        "first_published": first.published_key if first else "",
        "spread": -len({places[claim].outlet for claim in held}),
        "id": verdict.id,
        "label": verdict.label,
        "named": verdict.named,
        "contested": verdict.contested,
        "origins_min": verdict.origins_min,
        "origins_max": verdict.origins_max,
        "channels_min": verdict.channels_min,
        "channels_max": verdict.channels_max,
        "conflicts_with": list(verdict.conflicts_with),
        "origins": [
            {"key": o.key, "name": o.name, "description": o.description, "count": o.count}
            for o in verdict.origins
        ],
        "reasons": list(verdict.reasons),
        "decided": list(verdict.decided),
    }
