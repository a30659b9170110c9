"""Revision 0030: claims are counted by day too, and by the name that a speaker is shown under; frozen.

What articles give is kept where its key is, for it is looked up article by article. The
tables are filled once the store is upgraded, by what keeps it (store/counts).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table of days and the order in which values are listed; makes that of articles anew."""
    op.drop_table("articlecount")
    op.create_table(
        "articlecount",
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("outlet_id", sa.String()),
        sa.Column("published_key", sa.String(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("article_id"),
        sqlite_with_rowid=False,
    )
    keys = ("word", "day", "value")
    op.create_table(
        "daycount",
        *(sa.Column(name, sa.String(), nullable=False) for name in keys),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(*keys),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_facetcount_order", "facetcount", ["word", sa.text("claims DESC"), "value"])
