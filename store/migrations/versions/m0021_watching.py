"""Revision 0021: lists of feeds, visits of addresses, marks of readers, how an article was fetched; frozen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from claims.ids import canonical_url

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the tables, and tells articles apart by addresses as they are now understood."""
    op.add_column("article", sa.Column("retrieval", sa.JSON(), nullable=True))
    op.create_table(
        "watch",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("address", sa.String(), primary_key=True),
        sa.Column("added", sa.DateTime(), nullable=False),
    )
    op.create_table(
        "visit",
        sa.Column("address", sa.String(), primary_key=True),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("held_until", sa.DateTime(), nullable=True),
    )
    op.create_table(
        "readmark",
        sa.Column("reader", sa.String(), primary_key=True),
        sa.Column("query", sa.String(), primary_key=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
    )
    _renew_keys()


def _renew_keys() -> None:
    """More parameters that only count readers are known since."""
    article = sa.table("article", *map(sa.column, ("id", "url", "url_key")))
    connection = op.get_bind()
    with_url = sa.select(article).where(article.c.url.is_not(None), article.c.url != "")
    for row in connection.execute(with_url).mappings().all():
        key = canonical_url(row["url"])
        if key != row["url_key"]:
            this = sa.update(article).where(article.c.id == row["id"])
            connection.execute(this.values(url_key=key))
