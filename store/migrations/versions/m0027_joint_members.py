"""Revision 0027: who speaks together with others is found by name; frozen.

The table is filled once the store is upgraded, by what keeps it (store/counts/joint.py).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table of members of joint claims."""
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "jointmember",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("number", number, nullable=False),
        sa.Column("article_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", "number"),
    )
    op.create_index("ix_jointmember_article_id", "jointmember", ["article_id"])
