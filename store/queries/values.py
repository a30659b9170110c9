"""Conditions on claims put as conditions on what is kept of each to be counted, so that the claims themselves need
not be read. Runs no statement."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, not_, select
from sqlalchemy.sql.visitors import replacement_traverse

from store.queries.filters import conditions
from store.queries.pages import with_articles
from store.records import Filters
from store.tables import ArticleRow, ClaimRow, ClaimValueRow, ReviewRow
from store.tables.columns import col, table_of

LABELS_APART = "|"
_SAME: dict[Any, Any] = {
    col(getattr(ClaimRow, word)): col(getattr(ClaimValueRow, word))
    for word in ("number", "stance", "kind", "saying")
} | {col(ClaimRow.vanished): false()}
"""Columns of claims that are here too; only claims that stand are."""
_NUMBER = select(col(ClaimRow.number)).where(col(ClaimRow.id) == col(ReviewRow.claim_id))
_REVIEWED = select(func.coalesce(_NUMBER.scalar_subquery(), 0)).where(
    col(ReviewRow.status) != "unreviewed"
)
"""Looked up for each review, so that no database begins with the claims, which are more; no claim has the number 0."""


def are_enough(filters: Filters) -> bool:
    """Whether only claims that stand can pass."""
    return not (filters.status or filters.article)


def over_values(filters: Filters, query: Any, dialect: str) -> Any:
    """The query over what is kept of the claims that pass, who are read only where a filter asks for what they
    alone have."""
    of_claim = Filters(text=filters.text, speaker=filters.speaker, speaker_id=filters.speaker_id, stance=filters.stance,
                       kind=filters.kind, saying=filters.saying, unfinished=filters.unfinished)  # fmt: skip
    where = [_of_values(one) for one in conditions(of_claim, dialect)]
    if filters.said:
        nothing = col(ClaimValueRow.saying) == "none"
        where.append(not_(and_(nothing, col(ClaimValueRow.number).not_in(_REVIEWED))))
    query = query.select_from(ClaimValueRow)
    if replace(filters, said=False) == of_claim:
        return query.where(*where)
    query = query.join(ClaimRow, col(ClaimRow.number) == col(ClaimValueRow.number))
    if with_articles(filters):
        query = query.join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
    return query.where(*conditions(filters, dialect))


def _of_values(condition: ColumnElement[bool]) -> Any:
    ours = table_of(ClaimRow)

    def put(element: Any, **_: Any) -> Any:
        return _SAME[element] if getattr(element, "table", None) is ours else None

    return replacement_traverse(condition, {}, put)
