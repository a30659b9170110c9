"""Revision 0006: when, where and to whom a claim was said, its evidence, and who else may have said
it; frozen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the columns; what was stored before has none of it until it is detected again."""
    for name in ("venue", "audience", "runner_up"):
        op.add_column("claim", sa.Column(name, sa.Text(), nullable=True))
    op.add_column(
        "claim", sa.Column("setting_evidence", sa.JSON(), nullable=False, server_default="{}")
    )
