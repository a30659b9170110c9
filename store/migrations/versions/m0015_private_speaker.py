"""Revision 0015: who an unnamed source is stands beside the claim; frozen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column; it is filled from the decisions, from which reviews are made again."""
    op.add_column("review", sa.Column("private_speaker", sa.String(), nullable=True))
