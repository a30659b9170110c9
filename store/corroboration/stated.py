"""Stored articles as corroboration takes them, all at once: for fitting weights and for comparing
with what was weighed a few at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from claims.corroborate.model import StatedArticle
from store.corroboration import people
from store.mapping.to_stated import stated_article
from store.queries.articles import stream_articles
from store.queries.claims import claims_where
from store.records import ArticleRecord, ClaimRecord
from store.tables import ClaimRow
from store.tables.columns import col

_ARTICLES_A_READ = 200


def stream_stated(connection: Connection) -> Iterator[StatedArticle]:
    """Current editions with their claims, for weighing."""
    batch: list[ArticleRecord] = []
    for article in stream_articles(connection, current_only=True):
        batch.append(article)
        if len(batch) == _ARTICLES_A_READ:
            yield from _with_claims(connection, batch)
            batch = []
    yield from _with_claims(connection, batch)


def _with_claims(
    connection: Connection, articles: Sequence[ArticleRecord]
) -> Iterator[StatedArticle]:
    claims: dict[str, list[ClaimRecord]] = defaultdict(list)
    where = (
        col(ClaimRow.article_id).in_([article.id for article in articles]),
        col(ClaimRow.vanished).is_(False),
    )
    for claim in claims_where(connection, *where):
        claims[claim.article_id].append(claim)
    put_right = people.put_right(connection, [article.id for article in articles])
    for article in articles:
        yield stated_article(article, claims[article.id], put_right.get(article.id, ""))
