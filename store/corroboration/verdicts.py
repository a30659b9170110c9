"""Hands out what weighing found; write.py keeps it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    func,
    literal,
    or_,
    select,
    tuple_,
)

from claims.errors import UsageError
from store.corroboration.ranks import RANKS
from store.corroboration.verdict_records import verdicts_in_order, verdicts_of
from store.database.rows import chunks
from store.queries.filters import check_choices, conditions
from store.queries.ids import ids_with_prefix, one_id
from store.queries.nothing_claimed import of_nothing
from store.records import (
    NO_FILTER,
    ConflictRecord,
    CopyRecord,
    Filters,
    VerdictRecord,
)
from store.tables import (
    ArticleRow,
    ClaimRow,
    ConflictRow,
    CopyRow,
    PropositionClaimRow,
    PropositionRow,
)
from store.tables.columns import col
from store.tables.plain import aliased

_PROPOSITIONS_A_PAGE = 100
Place = tuple[int, int, str, str]
"""Of a proposition in lists: rank of its label, minus the number of outlets that carry it, day of its
first claim, id."""
_ORDER: Any = (
    col(PropositionRow.rank),
    col(PropositionRow.spread),
    col(PropositionRow.first_published),
    col(PropositionRow.id),
)


def stream_verdicts(
    connection: Connection, filters: Filters = NO_FILTER, *, below: int | None = None
) -> Iterator[VerdictRecord]:
    """Propositions of which a claim meets the filters, the weakest first, of those what most outlets
    carry, by pages; below: with a min below it."""
    yield from (record for _, record in stream_placed(connection, filters, below=below))


def stream_placed(
    connection: Connection, filters: Filters = NO_FILTER, *, below: int | None = None
) -> Iterator[tuple[Place, VerdictRecord]]:
    """The same, each with its place in that order."""
    where = _wanted(connection, filters, below)
    # The ids alone are sorted and held; what they stand for is read a page at a time.
    last: Place | None = None
    while True:
        page = _page(connection, where, last, _PROPOSITIONS_A_PAGE)
        yield from page
        if len(page) < _PROPOSITIONS_A_PAGE:
            return
        last = page[-1][0]


def verdicts_page(
    connection: Connection, filters: Filters = NO_FILTER, *, below: int | None = None,
    after: str | None = None, limit: int = 50,
) -> list[VerdictRecord]:  # fmt: skip
    """So many of them, those behind one by its id where one is given; raises UsageError on an unknown
    id."""
    last: Place | None = None
    if after:
        id = one_id(connection, col(PropositionRow.id), after, "proposition")
        row = connection.execute(select(*_ORDER).where(col(PropositionRow.id) == id)).one()
        last = (row[0], row[1], row[2], row[3])
    where = _wanted(connection, filters, below)
    return [record for _, record in _page(connection, where, last, limit)]


def _page(
    connection: Connection, where: list[ColumnElement[bool]], last: Place | None, limit: int
) -> list[tuple[Place, VerdictRecord]]:
    after = [tuple_(*_ORDER) > tuple_(*(literal(value) for value in last))] if last else []
    page: list[Place] = [
        (row[0], row[1], row[2], row[3])
        for row in connection.execute(
            select(*_ORDER).where(*where, *after).order_by(*_ORDER).limit(limit)
        )
    ]
    records = {one.id: one for one in verdicts_in_order(connection, [id for *_, id in page])}
    return [(place, records[place[-1]]) for place in page]


def places_among(
    connection: Connection,
    ids: Collection[str],
    filters: Filters = NO_FILTER,
    *,
    below: int | None = None,
) -> list[Place]:
    """The places of those of the propositions that select() would give, in order."""
    where = _wanted(connection, filters, below)
    found: list[Place] = []
    for some in chunks(ids):
        query = select(*_ORDER).where(col(PropositionRow.id).in_(some), *where)
        found += ((row[0], row[1], row[2], row[3]) for row in connection.execute(query))
    return sorted(found)


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
    if filters.said:
        where.append(col(PropositionRow.id).not_in(of_nothing()))
    if (others := replace(filters, label=(), said=False)) != Filters():
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


def list_copies(connection: Connection, limit: int | None = None) -> list[CopyRecord]:
    """Copies by doc, so many at the most."""
    original: Any = aliased(ArticleRow)
    of = func.coalesce(original.doc, col(CopyRow.of))
    order: tuple[Any, ...] = (of, col(ArticleRow.doc))
    if connection.dialect.name == "postgresql":
        # As everywhere else, whatever language the database was made for.
        order = tuple(one.collate("C") for one in order)
    query = (
        select(
            col(ArticleRow.doc), of.label("original"), col(CopyRow.share), col(CopyRow.evidence), col(CopyRow.credit)
        )
        .select_from(CopyRow)
        # An outer join is made from the few copies on, never from all articles.
        .join(ArticleRow, col(ArticleRow.id) == col(CopyRow.article_id), isouter=True)
        .join(original, original.id == col(CopyRow.of), isouter=True)
        .order_by(*order)
    )  # fmt: skip
    return [CopyRecord(*row) for row in connection.execute(query.limit(limit))]


def count_copies(connection: Connection) -> int:
    """How many there are."""
    return int(connection.execute(select(func.count()).select_from(CopyRow)).scalar_one())
