"""Propositions as records: their claims, origins and reasons, of ids that verdicts.py finds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, RowMapping, select

from claims.folding import name_key
from store.database.rows import chunks
from store.queries.claims import claims_where
from store.records import ClaimRecord, PairRecord, VerdictClaim, VerdictRecord
from store.tables import ClaimRow, OriginLinkRow, PropositionClaimRow, PropositionRow
from store.tables.columns import col, table_of


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


def verdicts_of_claims(connection: Connection, claims: Collection[str]) -> list[VerdictRecord]:
    """The propositions in which these claims stand, by id."""
    ids: set[str] = set()
    for some in chunks(claims):
        of_claim = select(col(PropositionClaimRow.proposition_id)).where(
            col(PropositionClaimRow.claim_id).in_(some)
        )
        ids |= set(connection.execute(of_claim).scalars())
    return verdicts_in_order(connection, sorted(ids))


def standing_of_claims(
    connection: Connection, claims: Collection[str]
) -> dict[str, tuple[str, int, int, bool]]:
    """For each claim that stands in a proposition its label, on how many origins it rests at least and at most, and
    whether it is contested: nothing of what it rests on is read."""
    found: dict[str, tuple[str, int, int, bool]] = {}
    query = select(
        col(PropositionClaimRow.claim_id), col(PropositionRow.label), col(PropositionRow.origins_min),
        col(PropositionRow.origins_max), col(PropositionRow.contested),
    ).join(PropositionRow, col(PropositionRow.id) == col(PropositionClaimRow.proposition_id))  # fmt: skip
    for some in chunks(claims):
        of_some = query.where(col(PropositionClaimRow.claim_id).in_(some))
        ordered = of_some.order_by(col(PropositionClaimRow.proposition_id))
        for id, label, least, most, contested in connection.execute(ordered):
            found[id] = (label, least, most, contested)
    return found


def verdicts_in_order(connection: Connection, ids: Sequence[str]) -> list[VerdictRecord]:
    """The propositions of these ids, in the order given."""
    by_id = {
        verdict.id: verdict for some in chunks(ids) for verdict in verdicts_of(connection, some)
    }
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
        decided=tuple(row["decided"]),
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
