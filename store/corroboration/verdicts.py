"""Keeps what weighing found and hands it out again; it weighs nothing itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    delete,
    func,
    literal,
    or_,
    select,
    tuple_,
)
from sqlmodel import col

from claims.corroborate.model import Conflict as ConflictFound
from claims.corroborate.model import CopyLink, Verdict
from claims.errors import UsageError
from claims.rules.vocabulary import LABELS, Label
from store.database.rows import chunks, insert_rows
from store.queries.claims import claims_where
from store.queries.filters import check_choices, conditions
from store.queries.ids import ids_with_prefix, one_id
from store.records import (
    NO_FILTER,
    ClaimRecord,
    ConflictRecord,
    CopyRecord,
    Filters,
    PairRecord,
    VerdictClaim,
    VerdictRecord,
)
from store.tables import (
    ArticleRow,
    ClaimRow,
    ConflictRow,
    CopyRow,
    OriginLinkRow,
    PropositionClaimRow,
    PropositionRow,
)
from store.tables.columns import table_of

_RANK: dict[Label, int] = {label: rank for rank, label in enumerate(LABELS, 1)}
"""Of labels in lists; 0 is SINGLE on a source without a name."""
_RANKS = {"SINGLE": (0, 1), "UNNAMED": (0,), "CONTESTED": ()} | {
    label: (rank,) for label, rank in _RANK.items() if label != "SINGLE"
}
_PAGE = 100


def save_copies(connection: Connection, links: Iterable[CopyLink]) -> None:
    """Keeps of which articles others are copies."""
    insert_rows(connection, CopyRow, [dict(vars(link)) for link in links])


def forget(connection: Connection, propositions: Collection[str]) -> None:
    """Drops propositions with all that hangs on them; decisions stay as they are."""
    for ids in chunks(propositions):
        for table in (OriginLinkRow, PropositionClaimRow):
            connection.execute(delete(table).where(col(table.proposition_id).in_(ids)))
        for end in (ConflictRow.a, ConflictRow.b):
            connection.execute(delete(ConflictRow).where(col(end).in_(ids)))
        connection.execute(delete(PropositionRow).where(col(PropositionRow.id).in_(ids)))


def save(
    connection: Connection, verdicts: Sequence[Verdict], conflicts: Iterable[ConflictFound]
) -> None:
    """Keeps verdicts with their claims, origins and conflicts."""
    dates = _dates(
        connection, [member.claim_id for verdict in verdicts for member in verdict.members]
    )
    insert_rows(
        connection, PropositionRow, [_proposition_row(verdict, dates) for verdict in verdicts]
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


def _dates(connection: Connection, claims: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for ids in chunks(claims):
        query = select(col(ClaimRow.id), col(ArticleRow.published_key)).join(
            ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id)
        )
        found |= {
            row[0]: row[1] for row in connection.execute(query.where(col(ClaimRow.id).in_(ids)))
        }
    return found


def _member_rows(verdict: Verdict) -> list[dict[str, Any]]:
    return [
        {"proposition_id": verdict.id, "position": position} | vars(member)
        for position, member in enumerate(verdict.members)
    ]


def stream_verdicts(
    connection: Connection, filters: Filters = NO_FILTER, *, below: int | None = None
) -> Iterator[VerdictRecord]:
    """Propositions of which a claim meets the filters, the weakest first, by pages; below: with a
    min below it."""
    where = _wanted(connection, filters, below)
    # The ids alone are sorted and held; what they stand for is read a page at a time.
    order = (col(PropositionRow.rank), col(PropositionRow.first_published), col(PropositionRow.id))
    last: tuple[Any, ...] | None = None
    while True:
        after = [tuple_(*order) > tuple_(*(literal(value) for value in last))] if last else []
        page = connection.execute(
            select(*order).where(*where, *after).order_by(*order).limit(_PAGE)
        ).all()
        ids = [row[2] for row in page]
        records = {record.id: record for record in verdicts_of(connection, ids)}
        yield from (records[id] for id in ids)
        if len(page) < _PAGE:
            return
        last = tuple(page[-1])


def count_verdicts(
    connection: Connection, filters: Filters = NO_FILTER, *, below: int | None = None
) -> int:
    """How many select() would give."""
    query = (
        select(func.count()).select_from(PropositionRow).where(*_wanted(connection, filters, below))
    )
    return int(connection.execute(query).scalar_one())


def _wanted(
    connection: Connection, filters: Filters, below: int | None
) -> list[ColumnElement[bool]]:
    check_choices(filters)
    where: list[ColumnElement[bool]] = []
    if filters.label:
        ranks = [rank for label in filters.label for rank in _RANKS[label]]
        contested = (
            [col(PropositionRow.contested).is_(True)] if "CONTESTED" in filters.label else []
        )
        where.append(or_(col(PropositionRow.rank).in_(ranks), *contested))
    if below is not None:
        where.append(col(PropositionRow.origins_min) < below)
    if (others := replace(filters, label=())) != Filters():
        claims = (
            select(col(PropositionClaimRow.proposition_id))
            .select_from(PropositionClaimRow)
            .join(ClaimRow, col(ClaimRow.id) == col(PropositionClaimRow.claim_id))
            .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
            .where(*conditions(others, connection.dialect.name))
        )
        where.append(col(PropositionRow.id).in_(claims))
    return where


def one_verdict(connection: Connection, prefix: str) -> VerdictRecord:
    """A proposition by the beginning of its id or of a claim's; raises UsageError."""
    if ids_with_prefix(connection, col(PropositionRow.id), prefix):
        id = one_id(connection, col(PropositionRow.id), prefix, "proposition")
        return verdicts_of(connection, [id])[0]
    claim = one_id(connection, col(ClaimRow.id), prefix, "proposition or claim")
    of_claim = select(col(PropositionClaimRow.proposition_id)).where(
        col(PropositionClaimRow.claim_id) == claim
    )
    found = verdicts_of(connection, list(connection.execute(of_claim).scalars()))
    if not found:
        raise UsageError(f"claim {prefix} has no verdict yet; run `onrecord check`")
    return found[0]


def list_conflicts(connection: Connection, id: str) -> list[ConflictRecord]:
    """What contradicts a proposition."""
    rows = connection.execute(
        select(col(ConflictRow.a), col(ConflictRow.b), col(ConflictRow.reason)).where(
            or_(col(ConflictRow.a) == id, col(ConflictRow.b) == id)
        )
    )
    reasons = {a if b == id else b: reason for a, b, reason in rows}
    return [
        ConflictRecord(v, reasons[v.id])
        for v in sorted(verdicts_of(connection, list(reasons)), key=lambda v: v.id)
    ]


def list_copies(connection: Connection) -> list[CopyRecord]:
    """Copies by doc."""
    docs = {
        row.id: row.doc
        for row in connection.execute(select(col(ArticleRow.id), col(ArticleRow.doc)))
    }
    rows = connection.execute(select(table_of(CopyRow))).mappings()
    copies = [
        CopyRecord(
            docs[row["article_id"]],
            docs.get(row["of"], row["of"]),
            row["share"],
            row["evidence"],
            row["credit"],
        )
        for row in rows
    ]
    return sorted(copies, key=lambda copy: (copy.of, copy.doc))


def verdicts_of(connection: Connection, ids: Sequence[str]) -> list[VerdictRecord]:
    """The propositions of these ids, in no order."""
    rows = (
        connection.execute(select(table_of(PropositionRow)).where(col(PropositionRow.id).in_(ids)))
        .mappings()
        .all()
    )
    members: dict[str, list[RowMapping]] = defaultdict(list)
    in_chosen = select(table_of(PropositionClaimRow)).where(
        col(PropositionClaimRow.proposition_id).in_(ids)
    )
    for row in connection.execute(in_chosen.order_by(col(PropositionClaimRow.position))).mappings():
        members[row["proposition_id"]].append(row)
    claim_ids = [row["claim_id"] for some in members.values() for row in some]
    claims = {
        c.id: c
        for some in chunks(claim_ids)
        for c in claims_where(connection, col(ClaimRow.id).in_(some))
    }
    pairs: dict[str, list[RowMapping]] = defaultdict(list)
    links = (
        select(table_of(OriginLinkRow))
        .where(col(OriginLinkRow.proposition_id).in_(ids))
        .order_by(col(OriginLinkRow.id))
    )
    for row in connection.execute(links).mappings():
        pairs[row["proposition_id"]].append(row)
    return [_record(row, members[row["id"]], pairs[row["id"]], claims) for row in rows]


def verdicts_in_order(connection: Connection, ids: Sequence[str]) -> list[VerdictRecord]:
    """The propositions of these ids, in the order given."""
    by_id = {verdict.id: verdict for verdict in verdicts_of(connection, ids)}
    return [by_id[id] for id in ids if id in by_id]


def _record(
    row: RowMapping,
    members: Sequence[RowMapping],
    pairs: Sequence[RowMapping],
    claims: dict[str, ClaimRecord],
) -> VerdictRecord:
    origins = {origin["key"]: origin["description"] for origin in row["origins"]}
    return VerdictRecord(
        id=row["id"],
        label=row["label"],
        named=row["named"],
        contested=row["contested"],
        conflicts_with=tuple(row["conflicts_with"]),
        origins_min=row["origins_min"],
        origins_max=row["origins_max"],
        channels_min=row["channels_min"],
        channels_max=row["channels_max"],
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
                origins.get(p["a"], p["a"]),
                origins.get(p["b"], p["b"]),
                p["relation"],
                p["reason"],
                p["evidence"],
            )
            for p in pairs
        ),
    )


def _proposition_row(verdict: Verdict, dates: Mapping[str, str]) -> dict[str, Any]:
    first = verdict.members[0].claim_id if verdict.members else ""
    return {
        "rank": 0 if verdict.label == "SINGLE" and not verdict.named else _RANK[verdict.label],
        "first_published": dates.get(first, ""),
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
    }
