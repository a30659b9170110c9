"""Hands out what weighing found; write.py keeps it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    func,
    literal,
    or_,
    select,
    tuple_,
)
from sqlmodel import col

from claims.errors import UsageError
from claims.folding import name_key
from store.corroboration.ranks import RANKS
from store.database.rows import chunks
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

_PROPOSITIONS_A_PAGE = 100


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
            select(*order).where(*where, *after).order_by(*order).limit(_PROPOSITIONS_A_PAGE)
        ).all()
        ids = [row[2] for row in page]
        records = {record.id: record for record in verdicts_of(connection, ids)}
        yield from (records[id] for id in ids)
        if len(page) < _PROPOSITIONS_A_PAGE:
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
        ranks = [rank for label in filters.label for rank in RANKS[label]]
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
    verdicts = verdicts_of(connection, list(connection.execute(of_claim).scalars()))
    if not verdicts:
        raise UsageError(f"claim {prefix} has no verdict yet; run `onrecord check`")
    return verdicts[0]


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
        claims=tuple(_member(m, claims[m["claim_id"]], origins) for m in members),
        pairs=tuple(_pair(p, origins) for p in pairs),
    )


def _member(row: RowMapping, claim: ClaimRecord, origins: Mapping[str, str]) -> VerdictClaim:
    origin = origins.get(row["origin"]) or _told(row["origin"], claim)
    return VerdictClaim(claim, row["role"], origin, row["copy_of"], row["reason"], row["confirmed"])


def _told(key: str | None, claim: ClaimRecord) -> str | None:
    """An origin that the proposition does not rest on, and so does not describe: by its name in the
    claim, never by its key."""
    if key is None or key.startswith("loop:"):
        return None
    kind, _, name = key.partition(":")
    if kind in ("unnamed", "group", "document") and ":" in name:
        return f"{claim.mention or 'somebody'} (no name)"
    if kind == "joint":
        return "joint statement of " + ", ".join(claim.members)
    known = (claim.speaker, claim.principal, *(link.intermediary for link in claim.chain))
    return next((form for form in known if form and name_key(form) == name), name)


def _pair(row: RowMapping, origins: Mapping[str, str]) -> PairRecord:
    a, b = (origins.get(row[end], row[end]) for end in ("a", "b"))
    return PairRecord(a, b, row["relation"], row["reason"], row["evidence"])
