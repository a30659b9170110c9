"""Revision 0014: lists by confidence are walked in order; frozen."""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the index that a list by confidence walks."""
    op.create_index("ix_claim_confidence", "claim", ["confidence", "vanished"])
