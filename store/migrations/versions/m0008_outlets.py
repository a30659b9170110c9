"""Revision 0008: where the facts of an outlet are from; frozen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column; the facts themselves are filled in afterwards, from the tables of
    outlets."""
    op.add_column("outlet", sa.Column("source", sa.String(), nullable=True))
