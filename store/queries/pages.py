"""Long lists for the browser: their order as ids alone, a page of them at a time; facets and
coverage."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, func, select

from store.queries.claims import CLAIM_ORDER
from store.queries.days import days_asked
from store.queries.few import are_few, as_walked
from store.queries.filters import conditions, with_articles
from store.records import Coverage, Filters
from store.tables import (
    ArticleRow,
    ClaimRow,
    CopyRow,
    DayCountRow,
    FacetCountRow,
    ReviewRow,
    SpeakerRow,
)
from store.tables.columns import col
from store.tables.plain import aliased

_NUMBERS_A_STEP = 10_000
_NAME: Any = aliased(SpeakerRow)
FACETS = ("speaker", "outlet", "saying", "stance", "kind", "label", "status")


def _from_claims(query: Any) -> Any:
    return query.select_from(ArticleRow).join(
        ClaimRow, col(ClaimRow.article_id) == col(ArticleRow.id)
    )


def claim_numbers(
    connection: Connection, filters: Filters, first: int = 100
) -> Iterator[array[int]]:
    """The numbers of the claims that pass, in the order of lists: a first screenful, then large
    parts. Raises UsageError on a value that a filter cannot have."""
    dialect = connection.dialect.name
    few = are_few(connection, filters) if dialect == "sqlite" else None
    where, order = as_walked(few, conditions(filters, dialect), CLAIM_ORDER)
    query = _from_claims(select(col(ClaimRow.number))).where(*where).order_by(*order)
    numbers = connection.execute(query, execution_options={"stream_results": True}).scalars()
    step = first
    while part := numbers.fetchmany(step):
        yield array("q", part)
        step = _NUMBERS_A_STEP
    numbers.close()


def coverage(connection: Connection, filters: Filters) -> Coverage:
    """How many of the claims that pass a person has looked at; raises UsageError on a value that a
    filter cannot have."""
    where = conditions(filters, connection.dialect.name)
    total = connection.execute(_total(filters, where)).scalar_one()
    counts = reviewed_counts(connection, filters, where)
    rest = int(total) - sum(counts.values())
    return Coverage(counts | {"unreviewed": counts.get("unreviewed", 0) + rest})


def reviewed_counts(
    connection: Connection, filters: Filters, where: Sequence[Any]
) -> dict[str, int]:
    """How many reviews of each status the claims that pass have."""
    reviewed = _reviewed(filters, where).group_by(col(ReviewRow.status))
    return {row[0]: row[1] for row in connection.execute(reviewed)}


def _reviewed(filters: Filters, where: Sequence[Any]) -> Any:
    """Reviews of the claims that pass, by status."""
    query, mine = (
        select(col(ReviewRow.status), func.count()),
        col(ReviewRow.claim_id) == col(ClaimRow.id),
    )
    if days_asked(filters, col(ArticleRow.published_key)) is not None:
        # Asked of each review, so that no database begins with the claims, which are more.
        stands = _from_claims(select(col(ClaimRow.number))).where(mine, *where)
        return query.select_from(ReviewRow).where(stands.exists())
    return _from_claims(query).join(ReviewRow, mine).where(*where)


def _total(filters: Filters, where: Sequence[Any]) -> Select[Any]:
    """Counted, but of everything and of days as it is kept."""
    days = days_asked(filters, col(DayCountRow.day))
    if days is not None:
        row: Any = DayCountRow if days else FacetCountRow
        each = select(func.coalesce(func.sum(col(row.claims)), 0))
        return each.where(col(row.word) == "kind", *days)
    total: Select[Any] = counted(filters, select(func.count())).where(*where)
    return total


SAID_BY = (col(ClaimRow.speaker_id), col(ClaimRow.effective_speaker_id))
"""Whose a claim is, as an index holds it."""


def counted(filters: Filters, query: Any) -> Any:
    """Claims with their articles only where a filter asks for these: every claim has one."""
    return _from_claims(query) if with_articles(filters) else query.select_from(ClaimRow)


def article_ids(connection: Connection, filters: Filters) -> tuple[list[str], dict[str, list[str]]]:
    """Current articles by date, copies left out, and the copies under each of them; raises
    UsageError on a value that a filter cannot have."""
    query = (
        select(col(ArticleRow.id))
        .where(col(ArticleRow.current).is_(True))
        .order_by(col(ArticleRow.published_key), col(ArticleRow.id))
    )
    if filters != Filters():
        wanted = _from_claims(select(col(ArticleRow.id))).where(
            *conditions(filters, connection.dialect.name)
        )
        query = query.where(col(ArticleRow.id).in_(wanted))
    ids = list(connection.execute(query).scalars())
    listed = set(ids)
    folded: dict[str, list[str]] = {}
    copies = connection.execute(
        select(col(CopyRow.article_id), col(CopyRow.of)).order_by(col(CopyRow.article_id))
    ).all()
    for copy in copies:
        if copy.article_id in listed and copy.of in listed:
            folded.setdefault(copy.of, []).append(copy.article_id)
    hidden = {id for under in folded.values() for id in under}
    return [id for id in ids if id not in hidden], folded
