"""What claims say, as comparing them with each other needs it: many of one speaker without all that is shown
beside each."""

from __future__ import annotations

from sqlalchemy import Connection, select

from claims.identity.changes import Statement
from store.queries.claims import CLAIM_ORDER
from store.queries.filters import conditions
from store.records import Filters
from store.tables import ArticleRow, ClaimRow
from store.tables.columns import col


def statements(connection: Connection, filters: Filters) -> list[Statement]:
    """The claims that pass, those within another left out, in the order of lists; raises UsageError on a
    value that a filter cannot have."""
    query = (
        select(
            col(ClaimRow.id), col(ArticleRow.published), col(ClaimRow.quote), col(ClaimRow.stance),
            col(ClaimRow.polarity),
        )
        .join(ArticleRow, col(ArticleRow.id) == col(ClaimRow.article_id))
        .where(*conditions(filters, connection.dialect.name), col(ClaimRow.nested).is_(False))
        .order_by(*CLAIM_ORDER)
    )  # fmt: skip
    return [
        Statement(row.id, row.published or "", row.quote, row.stance, row.polarity)
        for row in connection.execute(query)
    ]
