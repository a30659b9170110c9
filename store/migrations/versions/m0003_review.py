"""Revision 0003: what people decided on claims and articles, and the order of long lists;
frozen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the two tables and the indexes."""
    op.create_table(
        "review",
        sa.Column("claim_id", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("machine", sa.JSON(), nullable=False),
        sa.Column("added", sa.Boolean(), nullable=False),
        sa.Column("found", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.id"]),
        sa.PrimaryKeyConstraint("claim_id"),
    )
    op.create_index("ix_review_status", "review", ["status"])
    op.create_table(
        "articlereview",
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("machine", sa.JSON(), nullable=False),
        sa.Column("read_by", sa.String(), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"]),
        sa.PrimaryKeyConstraint("article_id"),
    )
    op.create_index("ix_decision_what", "decision", ["what"])
    op.create_index("ix_claim_listing", "claim", ["article_id", "start", "number", "vanished"])
    op.create_index("ix_claim_said", "claim", ["speaker_id", "bearer_id", "vanished"])
    op.create_index("ix_claim_stance", "claim", ["stance", "vanished"])
    op.create_index("ix_claim_kind", "claim", ["kind", "vanished"])
