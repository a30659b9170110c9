"""Revision 0011: a decision's columns are named as in the records; frozen."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

RENAMED = {"who": "reviewer", "what": "kind", "old": "before", "new": "after"}


def upgrade() -> None:
    """Renames the columns in place, so that no row is written again, and the index with them."""
    op.drop_index("ix_decision_what", "decision")
    for former, name in RENAMED.items():
        op.execute(f'ALTER TABLE decision RENAME COLUMN "{former}" TO "{name}"')
    op.create_index("ix_decision_kind", "decision", ["kind"])
