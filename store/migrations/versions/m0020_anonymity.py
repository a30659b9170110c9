"""Revision 0020: why a claim's source is unnamed, as its article says; frozen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column; what was stored before says nothing of it until it is detected again."""
    op.add_column("claim", sa.Column("anonymity", sa.String(), nullable=True))
