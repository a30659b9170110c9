"""Revision 0017: a verdict says which decisions of people it rests on; frozen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column; it is filled when stores weigh anew, as newer rules make them do."""
    op.add_column(
        "proposition", sa.Column("decided", sa.JSON(), nullable=False, server_default="[]")
    )
