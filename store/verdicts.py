"""Keeps what weighing found and hands it out again; it weighs nothing itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, select
from sqlmodel import col

from claims.corroborate.model import Conflict as ConflictFound
from claims.corroborate.model import CopyLink, Verdict
from claims.errors import UsageError
from store.filters import conditions
from store.people import chunks, insert_rows
from store.query import claims_where, ids_with_prefix, one_id
from store.records import ClaimRecord, CopyRecord, Filters, PairRecord, VerdictClaim, VerdictRecord
from store.tables import Article, Claim, Conflict, Copy, OriginLink, Proposition, PropositionClaim

_RANK = {"SINGLE": 1, "POSSIBLY SINGLE": 2, "CORROBORATED": 3, "UNSOURCED": 4}


def save_copies(connection: Connection, links: Iterable[CopyLink]) -> None:
    """Keeps of which articles others are copies."""
    insert_rows(connection, Copy, [asdict(link) for link in links])


def forget(connection: Connection, propositions: Collection[str]) -> None:
    """Drops propositions with all that hangs on them; decisions stay as they are."""
    for ids in chunks(propositions):
        for table in (OriginLink, PropositionClaim):
            connection.execute(delete(table).where(col(table.proposition_id).in_(ids)))
        for end in (Conflict.a, Conflict.b):
            connection.execute(delete(Conflict).where(col(end).in_(ids)))
        connection.execute(delete(Proposition).where(col(Proposition.id).in_(ids)))


def save(connection: Connection, verdicts: Sequence[Verdict], conflicts: Iterable[ConflictFound]) -> None:
    """Keeps verdicts with their claims, origins and conflicts."""
    dates = _dates(connection, [member.claim_id for verdict in verdicts for member in verdict.members])
    insert_rows(connection, Proposition, [_proposition_row(verdict, dates) for verdict in verdicts])
    insert_rows(connection, PropositionClaim, [row for verdict in verdicts for row in _member_rows(verdict)])
    pairs = [{"proposition_id": verdict.id} | asdict(pair) for verdict in verdicts for pair in verdict.pairs]
    insert_rows(connection, OriginLink, pairs)
    insert_rows(connection, Conflict, [asdict(conflict) for conflict in conflicts])


def _dates(connection: Connection, claims: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for ids in chunks(claims):
        query = select(col(Claim.id), col(Article.published_key)).join(
            Article, col(Article.id) == col(Claim.article_id)
        )
        found |= {id: date for id, date in connection.execute(query.where(col(Claim.id).in_(ids)))}
    return found


def _member_rows(verdict: Verdict) -> list[dict[str, Any]]:
    return [
        {"proposition_id": verdict.id, "position": position} | asdict(member)
        for position, member in enumerate(verdict.members)
    ]


def list_verdicts(connection: Connection, filters: Filters) -> list[VerdictRecord]:
    """Propositions of which a claim meets the filters; unnamed single origins first, then named ones, then others."""
    wanted = (
        select(col(PropositionClaim.proposition_id))
        .select_from(PropositionClaim)
        .join(Claim, col(Claim.id) == col(PropositionClaim.claim_id))
        .join(Article, col(Article.id) == col(Claim.article_id))
        .where(*conditions(filters, connection.dialect.name))
    )
    return _verdicts(connection, col(Proposition.id).in_(wanted))


def one_verdict(connection: Connection, prefix: str) -> VerdictRecord:
    """A proposition by the beginning of its id or of a claim's; raises UsageError."""
    if ids_with_prefix(connection, col(Proposition.id), prefix):
        id = one_id(connection, col(Proposition.id), prefix, "proposition")
        return _verdicts(connection, col(Proposition.id) == id)[0]
    claim = one_id(connection, col(Claim.id), prefix, "proposition or claim")
    of_claim = select(col(PropositionClaim.proposition_id)).where(col(PropositionClaim.claim_id) == claim)
    found = _verdicts(connection, col(Proposition.id).in_(of_claim))
    if not found:
        raise UsageError(f"claim {prefix} has no verdict yet; run `onrecord check`")
    return found[0]


def list_copies(connection: Connection) -> list[CopyRecord]:
    """Copies by doc."""
    docs = {row.id: row.doc for row in connection.execute(select(col(Article.id), col(Article.doc)))}
    rows = connection.execute(select(Copy.__table__)).mappings()  # type: ignore[attr-defined]
    copies = [
        CopyRecord(docs[row["article_id"]], docs.get(row["of"], row["of"]), row["share"], row["evidence"], row["credit"])
        for row in rows
    ]
    return sorted(copies, key=lambda copy: (copy.of, copy.doc))


def _verdicts(connection: Connection, where: ColumnElement[bool]) -> list[VerdictRecord]:
    rows = connection.execute(select(Proposition.__table__).where(where)).mappings().all()  # type: ignore[attr-defined]
    chosen = select(col(Proposition.id)).where(where)
    in_chosen = select(PropositionClaim.__table__).where(col(PropositionClaim.proposition_id).in_(chosen))  # type: ignore[attr-defined]
    claim_ids = select(col(PropositionClaim.claim_id)).where(col(PropositionClaim.proposition_id).in_(chosen))
    claims = {claim.id: claim for claim in claims_where(connection, col(Claim.id).in_(claim_ids))}
    members: dict[str, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(in_chosen.order_by(col(PropositionClaim.position))).mappings():
        members[row["proposition_id"]].append(row)
    pairs: dict[str, list[RowMapping]] = defaultdict(list)
    links = select(OriginLink.__table__).where(col(OriginLink.proposition_id).in_(chosen)).order_by(col(OriginLink.id))  # type: ignore[attr-defined]
    for row in connection.execute(links).mappings():
        pairs[row["proposition_id"]].append(row)
    return sorted((_record(row, members[row["id"]], pairs[row["id"]], claims) for row in rows), key=_order)


def _record(
    row: RowMapping, members: Sequence[RowMapping], pairs: Sequence[RowMapping], claims: dict[str, ClaimRecord]
) -> VerdictRecord:
    origins = {origin["key"]: origin["description"] for origin in row["origins"]}
    return VerdictRecord(
        id=row["id"],
        label=row["label"],
        named=row["named"],
        contested=row["contested"],
        conflicts_with=tuple(row["conflicts_with"]),
        min=row["least"],
        max=row["most"],
        said_min=row["said_least"],
        said_max=row["said_most"],
        reasons=tuple(row["reasons"]),
        claims=tuple(
            VerdictClaim(
                claims[m["claim_id"]],
                m["role"],
                origins.get(m["origin"], m["origin"]),
                m["copy_of"],
                m["reason"],
                m["confirmed"],
            )
            for m in members
        ),
        pairs=tuple(
            PairRecord(
                origins.get(p["a"], p["a"]), origins.get(p["b"], p["b"]), p["relation"], p["reason"], p["evidence"]
            )
            for p in pairs
        ),
    )


def _order(verdict: VerdictRecord) -> tuple[int, str, str]:
    rank = 0 if verdict.label == "SINGLE" and not verdict.named else _RANK.get(verdict.label, 5)
    return rank, verdict.claims[0].claim.published or "" if verdict.claims else "", verdict.id


def _proposition_row(verdict: Verdict, dates: Mapping[str, str]) -> dict[str, Any]:
    first = verdict.members[0].claim_id if verdict.members else ""
    return {
        "rank": 0 if verdict.label == "SINGLE" and not verdict.named else _RANK[verdict.label],
        "first_published": dates.get(first, ""),
        "id": verdict.id,
        "label": verdict.label,
        "named": verdict.named,
        "contested": verdict.contested,
        "least": verdict.min,
        "most": verdict.max,
        "said_least": verdict.said_min,
        "said_most": verdict.said_max,
        "conflicts_with": list(verdict.conflicts_with),
        "origins": [
            {"key": o.key, "name": o.name, "description": o.description, "count": o.count} for o in verdict.origins
        ],
        "reasons": list(verdict.reasons),
    }
