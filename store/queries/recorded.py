"""Articles that may hold words of a draft, found through the index of claims; never by looking through
them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, literal, select
from sqlmodel import col

from store.database.rows import chunks
from store.database.search import match_of, matching_at, words_within
from store.mapping.to_stated import stated_article
from store.queries.articles import articles_where
from store.queries.claims import claims_where
from store.queries.filters import conditions
from store.records import NO_FILTER, ArticleRecord, Asked, ClaimRecord, Filters, RecordedText
from store.tables import ArticleRow, ClaimRow

MAX_MATCHES = 400
"""Claims that the index gives for one question."""
MAX_CLAIMS = 60
"""Of these, what is left after filters."""


def near(connection: Connection, asked: Sequence[Asked], filters: Filters, limit: int) -> list[str]:
    """Ids of the articles whose claims answer most of the questions, the likeliest first, at most so
    many; raises UsageError on a value that a filter cannot have."""
    counts: dict[str, float] = defaultdict(float)
    for one, rows in _answers(connection, asked, filters):
        for id in {row.article_id for row in rows}:
            counts[id] += one.counts
    return sorted(counts, key=lambda id: (-counts[id], id))[:limit]


def _answers(
    connection: Connection, asked: Sequence[Asked], filters: Filters
) -> Iterator[tuple[Asked, Sequence[Any]]]:
    """The claims that answer each question. Where one statement serves for all, making it costs more
    than what it asks."""
    if connection.dialect.name != "sqlite":
        for one in asked:
            yield one, connection.execute(_answering(connection, one, filters)).all()
        return
    query = _claims(filters, "sqlite", [matching_at(bindparam("asked"), MAX_MATCHES)])
    for one in asked:
        if words := match_of(one.phrases, one.name):
            yield one, connection.execute(query, {"asked": words}).all()


def _answering(connection: Connection, asked: Asked, filters: Filters) -> Select[Any]:
    """The claims that answer one question."""
    dialect = connection.dialect.name
    if dialect == "sqlite":
        words = literal(match_of(asked.phrases, asked.name))
        return _claims(filters, dialect, [matching_at(words, MAX_MATCHES)])
    held = [words_within(asked.phrases)] if asked.phrases else []
    held += conditions(Filters(speaker=(asked.name,)), dialect) if asked.name else []
    return _claims(filters, dialect, held)


def _claims(filters: Filters, dialect: str, held: Sequence[ColumnElement[bool]]) -> Select[Any]:
    query = select(col(ClaimRow.article_id)).select_from(ClaimRow)
    query = query.join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
    return query.where(*held, *conditions(filters, dialect)).limit(MAX_CLAIMS)


def recorded(
    connection: Connection, ids: Sequence[str], filters: Filters = NO_FILTER
) -> Iterator[RecordedText]:
    """The articles of these ids with the claims that count as the record, in the order given."""
    claims: dict[str, list[ClaimRecord]] = defaultdict(list)
    articles: dict[str, ArticleRecord] = {}
    for some in chunks(ids):
        articles |= {a.id: a for a in articles_where(connection, col(ArticleRow.id).in_(some))}
        where = (col(ClaimRow.article_id).in_(some), *conditions(filters, connection.dialect.name))
        for claim in claims_where(connection, *where, labelled=False):
            if claim.status != "wrong":
                claims[claim.article_id].append(claim)
    for id in ids:
        if id in articles:
            held = tuple(claims[id])
            yield RecordedText(stated_article(articles[id], held), articles[id].title, held)


def count_current(connection: Connection) -> int:
    """How many articles there are, each once whatever its editions."""
    query = select(func.count()).select_from(ArticleRow).where(col(ArticleRow.current).is_(True))
    return int(connection.execute(query).scalar_one())
