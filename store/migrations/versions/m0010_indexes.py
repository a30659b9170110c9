"""Revision 0010: weighing looks up what is entered by number and by article alone; frozen."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Drops two indexes that nothing reads and every claim wrote to."""
    op.drop_index("ix_indexedarticle_id", "indexedarticle")
    op.drop_index("ix_indexedclaim_id", "indexedclaim")
