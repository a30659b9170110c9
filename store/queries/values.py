"""Conditions on claims put as conditions on what is kept of each to be counted, so that the claims themselves need
not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, false, func, not_, or_, select, union_all
from sqlalchemy.sql.visitors import replacement_traverse

from store.database.search import is_one_word, values_hold
from store.queries.filters import (
    conditions,
    numbers_said_as,
    outlets_with,
    typed,
    with_articles,
)
from store.queries.ids import number_of
from store.records import Filters
from store.tables import ArticleRow, ClaimRow, ClaimValueRow, OutletRow, ReviewRow
from store.tables.columns import col, table_of

LABELS_APART = "|"
DAY_CHARS = 10
"""Of a sort key: the day in it, or as much of one as is known."""
_SAME: dict[Any, Any] = {
    col(getattr(ClaimRow, word)): col(getattr(ClaimValueRow, word))
    for word in ("number", "stance", "kind", "saying")
} | {col(ClaimRow.vanished): false(), col(ArticleRow.published_key): col(ClaimValueRow.day)}
"""Columns of claims and their articles that are here too; only claims that stand are."""
_OURS = (table_of(ClaimRow), table_of(ArticleRow))
_KEPT = (
    "text", "speaker", "speaker_id", "outlet", "stance", "kind", "saying", "since", "until", "unfinished", "said"
)  # fmt: skip
"""What of a filter is asked of what is kept."""
_NUMBER = select(col(ClaimRow.number)).where(col(ClaimRow.id) == col(ReviewRow.claim_id))
_REVIEWED = select(func.coalesce(_NUMBER.scalar_subquery(), 0)).where(
    col(ReviewRow.status) != "unreviewed"
)
"""Looked up for each review, so that no database begins with the claims, which are more; no claim has the number 0."""


def are_enough(filters: Filters) -> bool:
    """Whether only claims that stand can pass."""
    return not (filters.status or filters.article)


def over_values(connection: Connection, filters: Filters, query: Any) -> Any:
    """The query over what is kept of the claims that pass, who are read only where a filter asks for what they
    alone have; of a server perhaps a union of two."""
    query, dialect = query.select_from(ClaimValueRow), connection.dialect.name
    if replace(Filters(), **{word: getattr(filters, word) for word in _KEPT}) != filters:
        query = query.join(ClaimRow, col(ClaimRow.number) == col(ClaimValueRow.number))
        if with_articles(filters):
            query = query.join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        return query.where(*conditions(filters, dialect))
    if dialect == "sqlite":
        return query.where(*_of_kept(connection, filters, filters.text))
    words = [one for one in typed(filters, "text") if is_one_word(one[0])]
    phrases = tuple(text for text in filters.text if not is_one_word(text))
    return _with_words(query.where(*_of_kept(connection, filters, phrases)), words)


def _of_kept(
    connection: Connection, filters: Filters, texts: tuple[str, ...]
) -> Iterator[ColumnElement[bool]]:
    """All that is asked, but of texts only these."""
    is_last_kept = texts[-1:] == filters.text[-1:]
    typed_word = None if filters.unfinished == "text" and not is_last_kept else filters.unfinished
    asked = replace(filters, text=texts, outlet=(), said=False, unfinished=typed_word)
    for condition in conditions(asked, connection.dialect.name):
        yield replacement_traverse(condition, {}, _put)
    if filters.outlet:
        named = (outlets_with(*one) for one in typed(filters, "outlet"))
        ids = connection.execute(select(col(OutletRow.id)).where(or_(*named))).scalars()
        yield col(ClaimValueRow.outlet).in_([*map(number_of, ids)])
    if filters.said:
        nothing = col(ClaimValueRow.saying) == "none"
        yield not_(and_(nothing, col(ClaimValueRow.number).not_in(_REVIEWED)))


def _put(element: Any, **_: Any) -> Any:
    return _SAME[element] if getattr(element, "table", None) in _OURS else None


def _with_words(query: Any, words: Sequence[tuple[str, bool]]) -> Any:
    """Claims of a server that hold each of the words, or whose speakers' names do."""
    if not words:
        return query
    # The longest is likely the rarest; one is looked up in an index, by its holders and by its speakers apart.
    first, *others = sorted(words, key=lambda one: -len(one[0]))
    for one in others:
        query = query.where(or_(values_hold(*one), _said_as(*one)))
    held = values_hold(*first)
    return union_all(query.where(held), query.where(_said_as(*first), not_(held)))


def _said_as(word: str, beginning: bool) -> ColumnElement[bool]:
    return col(ClaimValueRow.number).in_(union_all(*numbers_said_as(word, beginning)))
