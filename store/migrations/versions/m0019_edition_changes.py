"""Revision 0019: what an edition did to the claims of the one before it; frozen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column; of editions that came before, nothing is known."""
    op.add_column("article", sa.Column("edition_changes", sa.JSON(), nullable=True))
