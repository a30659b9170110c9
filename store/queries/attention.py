"""Propositions in the order in which a fact-checker looks at them: what needs eyes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, not_, or_, select

from claims.rules.vocabulary import WEAK_LABELS
from store.queries.filters import conditions
from store.queries.nothing_claimed import of_nothing
from store.records import Filters
from store.tables import ArticleRow, ClaimRow, PropositionClaimRow, PropositionRow, ReviewRow
from store.tables.columns import col

_IDS_A_STEP = 10_000
_ORDER = (
    col(PropositionRow.spread),
    col(PropositionRow.rank),
    col(PropositionRow.first_published),
    col(PropositionRow.id),
)


def propositions_to_look_at(
    connection: Connection, filters: Filters, first: int = 100
) -> Iterator[Sequence[str]]:
    """Ids of propositions, a first screenful and then large parts: those of which nobody reviewed a
    claim yet before the others; of these what is contested or rests on one origin, or may; and of
    these what most outlets carry. Raises UsageError on a value that a filter cannot have."""
    ids_alone = select(col(PropositionRow.id))
    if filters.said:
        ids_alone = ids_alone.where(col(PropositionRow.id).not_in(of_nothing()))
    others = replace(filters, said=False)
    if others == Filters():
        # Each part is walked within the index of the order, so that the first rows come at once.
        queries = [ids_alone.where(part).order_by(*_ORDER) for part in _parts()]
    else:
        # What passes is looked for once, and sorted.
        part = case(*((part, place) for place, part in enumerate(_parts())))
        wanted = col(PropositionRow.id).in_(_passing(connection, others))
        queries = [ids_alone.where(wanted).order_by(part, *_ORDER)]
    step = first
    for query in queries:
        ids = connection.execute(query, execution_options={"stream_results": True}).scalars()
        while some := ids.fetchmany(step):
            yield some
            step = _IDS_A_STEP
        ids.close()


def _parts() -> Iterator[ColumnElement[bool]]:
    reviewed = col(PropositionRow.id).in_(
        select(col(PropositionClaimRow.proposition_id))
        .join(ReviewRow, col(ReviewRow.claim_id) == col(PropositionClaimRow.claim_id))
        .where(col(ReviewRow.status) != "unreviewed")
    )
    weak = or_(col(PropositionRow.contested).is_(True), col(PropositionRow.label).in_(WEAK_LABELS))
    yield and_(not_(reviewed), weak)
    yield and_(not_(reviewed), not_(weak))
    yield and_(reviewed, weak)
    yield and_(reviewed, not_(weak))


def _passing(connection: Connection, filters: Filters) -> Select[Any]:
    """The propositions of the claims that pass."""
    return (
        select(col(PropositionClaimRow.proposition_id))
        .select_from(PropositionClaimRow)
        .join(ClaimRow, col(ClaimRow.id) == col(PropositionClaimRow.claim_id))
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .where(*conditions(filters, connection.dialect.name))
    )
