"""The editions of one article, in their order."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, or_, select

from store.database.rows import chunks
from store.queries.articles import articles_where
from store.records import ArticleRecord
from store.tables import ArticleRow, SpeakerRow
from store.tables.columns import col


def editions_of(connection: Connection, article: ArticleRecord) -> list[ArticleRecord]:
    """Every edition of the article, the first one first."""
    first = article.edition_of or article.id
    found = articles_where(
        connection, or_(col(ArticleRow.id) == first, col(ArticleRow.edition_of) == first)
    )
    return sorted(found, key=lambda edition: (edition.current, edition.fetched, edition.id))


def speaker_names(connection: Connection, ids: Collection[str]) -> dict[str, str]:
    """The names of speakers, as their articles gave them, by id."""
    return {
        row.id: row.name
        for some in chunks(ids)
        for row in connection.execute(
            select(col(SpeakerRow.id), col(SpeakerRow.name)).where(col(SpeakerRow.id).in_(some))
        )
    }
