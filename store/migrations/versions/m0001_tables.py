"""The first tables."""

from __future__ import annotations

from alembic import op
from sqlmodel import SQLModel

import store.tables  # noqa: F401  (fills the metadata)

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create every table; the next revision freezes this one before it changes a table."""
    SQLModel.metadata.create_all(op.get_bind())
