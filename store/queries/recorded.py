"""Articles that may hold words of a draft, found through the index of claims; never by looking through
them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, true

from store.database.rows import chunks
from store.database.search import answering, match_of, words_within
from store.mapping.to_stated import stated_article
from store.queries.articles import articles_where
from store.queries.claims import claims_where
from store.queries.filters import conditions
from store.records import NO_FILTER, ArticleRecord, Asked, ClaimRecord, Filters, RecordedText
from store.tables import ArticleRow, ClaimRow
from store.tables.columns import col

MAX_CLAIMS = 60
"""Claims that answer one question, after filters."""


def near(
    connection: Connection,
    asked: Sequence[Asked],
    filters: Filters,
    limit: int,
    *,
    least: float = 0.0,
    share: float = 0.0,
) -> list[str]:
    """Ids of the articles whose claims answer most of the questions, the likeliest first, at most so
    many, and none that counts less than is asked, or than a share of the first; raises UsageError on a
    value that a filter cannot have."""
    counts: dict[str, float] = defaultdict(float)
    for one, rows in _answers(connection, asked, filters):
        for id in {row.article_id for row in rows}:
            counts[id] += one.counts
    enough = max(least, share * max(counts.values(), default=0.0))
    ranked = sorted(counts, key=lambda id: (-counts[id], id))[:limit]
    return [id for id in ranked if counts[id] >= enough]


def _answers(
    connection: Connection, asked: Sequence[Asked], filters: Filters
) -> Iterator[tuple[Asked, Sequence[Any]]]:
    """The claims that answer each question. Where one statement serves for all, making it costs more
    than what it asks."""
    claims = _claims(filters, connection.dialect.name)
    if connection.dialect.name == "sqlite":
        query = answering(claims, MAX_CLAIMS)
        for one in asked:
            if words := match_of(one.phrases, one.name):
                yield one, connection.execute(query, {"asked": words}).all()
        return
    for (
        one
    ) in asked:  # in no order: by number, a server may rather walk all claims than ask its index
        held = [words_within(one.phrases)] if one.phrases else []
        held += conditions(Filters(speaker=(one.name,)), "postgresql") if one.name else []
        yield one, connection.execute(claims.where(*held).limit(MAX_CLAIMS)).all()


def _claims(filters: Filters, dialect: str) -> Select[Any]:
    query = select(col(ClaimRow.article_id)).select_from(ClaimRow)
    query = query.join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
    return query.where(*conditions(filters, dialect))


def recorded(
    connection: Connection, ids: Sequence[str], filters: Filters = NO_FILTER
) -> Iterator[RecordedText]:
    """The articles of these ids, in the order given, with their claims: those of the record, and beside
    them those that the filters leave out, for they tell whose words are whose."""
    claims: dict[str, list[ClaimRecord]] = defaultdict(list)
    articles: dict[str, ArticleRecord] = {}
    kept: set[str] = set()
    left = and_(true(), *conditions(filters, connection.dialect.name))
    every = or_(and_(true(), *conditions(NO_FILTER, connection.dialect.name)), left)
    for some in chunks(ids):
        articles |= {a.id: a for a in articles_where(connection, col(ArticleRow.id).in_(some))}
        within = col(ClaimRow.article_id).in_(some)
        for claim in claims_where(connection, within, every, labelled=False):
            if claim.status != "wrong":
                claims[claim.article_id].append(claim)
        kept |= _kept(connection, within, left)
    for id in ids:
        if id in articles:
            held = tuple(claims[id])
            stated = stated_article(articles[id], held)
            counted = frozenset(claim.id for claim in held if claim.id in kept)
            yield RecordedText(stated, articles[id].title, held, counted)


def _kept(connection: Connection, *where: ColumnElement[bool]) -> set[str]:
    """Ids of the claims that meet the conditions."""
    query = select(col(ClaimRow.id)).join(
        ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id)
    )
    return {*connection.execute(query.where(*where)).scalars()}


def count_current(connection: Connection) -> int:
    """How many articles there are, each once whatever its editions."""
    query = select(func.count()).select_from(ArticleRow).where(col(ArticleRow.current).is_(True))
    return int(connection.execute(query).scalar_one())
