"""Revision 0009: articles are weighed in the order of their days; frozen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the day to what waits; what waits already takes it from its article."""
    op.add_column(
        "unweighed", sa.Column("published_key", sa.String(), nullable=False, server_default="")
    )
    op.execute(
        "UPDATE unweighed SET published_key = coalesce("
        "(SELECT published_key FROM article WHERE article.id = unweighed.article_id), '')"
    )
    op.create_index("ix_unweighed_order", "unweighed", ["published_key", "article_id"])
