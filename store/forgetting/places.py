"""Where the words of what is forgotten stand still, in articles that stay: what the person who
forgets has to know; reads only."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, func, or_, select

from claims.folding import name_key
from store.database.rows import chunks
from store.forgetting import in_decisions
from store.forgetting.scope import Scope
from store.records import Forgettable
from store.tables import ArticleRow, CopyRow, SpeakerRow
from store.tables.columns import col

MAX_PLACES = 1000


def stands_in(connection: Connection, thing: Forgettable, scope: Scope) -> Iterator[str]:
    """Articles, by doc, that stay and hold the same text or the name."""
    if thing.kind in ("article", "outlet"):
        yield from _copies(connection, scope)
    else:
        for name in _names(connection, thing, scope):
            yield from _holding(connection, name, scope)


def _copies(connection: Connection, scope: Scope) -> Iterator[str]:
    near: set[str] = set()
    for some in chunks(sorted(scope.articles)):
        ends = or_(col(CopyRow.article_id).in_(some), col(CopyRow.of).in_(some))
        for row in connection.execute(select(col(CopyRow.article_id), col(CopyRow.of)).where(ends)):
            near |= set(row)
        hashes = select(col(ArticleRow.text_hash)).where(col(ArticleRow.id).in_(some))
        same = select(col(ArticleRow.id)).where(col(ArticleRow.text_hash).in_(hashes))
        near |= set(connection.execute(same).scalars())
    for some in chunks(sorted(near - scope.articles)):
        docs = select(col(ArticleRow.doc)).where(col(ArticleRow.id).in_(some))
        yield from connection.execute(docs.order_by(col(ArticleRow.doc))).scalars()


def _names(connection: Connection, thing: Forgettable, scope: Scope) -> list[str]:
    """The names that may stand elsewhere, as they are written."""
    if thing.kind == "speaker":
        if not scope.speakers:
            return [thing.name]
        query = select(col(SpeakerRow.name)).where(col(SpeakerRow.id).in_(scope.speakers))
        names = connection.execute(query.distinct()).scalars()
        return [name for name in names if name_key(name) in scope.names]
    gone = (row for row in in_decisions.read(connection) if scope.decisions.get(row.id, 0) is None)
    return sorted({row.after or "" for row in gone if row.kind in ("speaker", "alias")} - {""})


def _holding(connection: Connection, name: str, scope: Scope) -> Iterator[str]:
    held = func.lower(col(ArticleRow.text)).contains(name.lower(), autoescape=True)
    query = select(col(ArticleRow.id), col(ArticleRow.doc)).where(held)
    for row in connection.execute(query.order_by(col(ArticleRow.doc)).limit(MAX_PLACES)):
        if row.id not in scope.articles:
            yield row.doc
