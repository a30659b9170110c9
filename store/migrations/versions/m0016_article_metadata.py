"""Revision 0016: what a file says of its article, with where it stands there, and which files a run could
not read; frozen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the columns; articles that were read before tell nothing more."""
    for name in ("section", "language", "unread_language", "modified"):
        op.add_column("article", sa.Column(name, sa.String(), nullable=True))
    op.add_column("article", sa.Column("told", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("run", sa.Column("unread", sa.JSON(), nullable=False, server_default="[]"))
