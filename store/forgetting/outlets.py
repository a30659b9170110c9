"""Outlets of whose articles none is left: an outlet is known by articles alone."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, select, update

from store.database.rows import chunks
from store.forgetting import in_decisions
from store.forgetting.scope import Scope
from store.mapping.to_rows import outlet_id
from store.tables import ArticleReviewRow, ArticleRow, OutletRow
from store.tables.columns import col


def outlets_going(connection: Connection, scope: Scope, log: in_decisions.Rows) -> set[str]:
    """Outlets of what goes, as articles and decisions name them, of whose articles none stays."""
    outlets = named_outlets(connection, scope, log)
    for id in outlets - scope.outlets:
        of_it = select(col(ArticleRow.id)).where(col(ArticleRow.outlet_id) == id)
        if set(connection.execute(of_it).scalars()) - scope.articles:
            outlets.discard(id)
    return {
        id
        for some in chunks(sorted(outlets))
        for id in connection.execute(
            select(col(OutletRow.id)).where(col(OutletRow.id).in_(some))
        ).scalars()
    }


def named_outlets(connection: Connection, scope: Scope, log: in_decisions.Rows) -> set[str]:
    """Outlets that what goes names, as articles and decisions do."""
    ids: set[str | None] = {*scope.outlets}
    for some in chunks(sorted(scope.articles)):
        query = select(col(ArticleRow.outlet_id)).where(col(ArticleRow.id).in_(some))
        ids |= set(connection.execute(query).scalars())
        reviews = select(col(ArticleReviewRow.machine))
        reviews = reviews.where(col(ArticleReviewRow.article_id).in_(some))
        ids |= {found.get("outlet_id") for found in connection.execute(reviews).scalars()}
    for row in log:
        if row.kind == "outlet" and scope.decisions.get(row.id, 0) is None:
            ids |= {outlet_id(row.before or None), outlet_id(row.after or None)}
    return {id for id in ids if id}


def delete_outlets(connection: Connection, outlets: Iterable[str], *, wholly: bool) -> int:
    """Deletes outlets of which no article is left, and gives their number; wholly: also where a
    person's decision keeps what the machine had found."""
    deleted = 0
    machine = [
        (row.article_id, row.machine)
        for row in connection.execute(
            select(col(ArticleReviewRow.article_id), col(ArticleReviewRow.machine))
        )
    ]
    for id in sorted(outlets):
        kept = [(article, found) for article, found in machine if found.get("outlet_id") == id]
        held = select(col(ArticleRow.id)).where(col(ArticleRow.outlet_id) == id).limit(1)
        if connection.execute(held).first() or (kept and not wholly):
            continue
        for article, found in kept:
            review = col(ArticleReviewRow.article_id) == article
            values = {"machine": found | {"outlet_id": None}}
            connection.execute(update(ArticleReviewRow).where(review).values(**values))
        deleted += connection.execute(delete(OutletRow).where(col(OutletRow.id) == id)).rowcount
    return deleted
