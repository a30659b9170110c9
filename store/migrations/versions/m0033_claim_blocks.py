"""Revision 0033: what is counted of claims stands in blocks too, many claims a row; frozen.

The tables are filled once the store is upgraded, by what keeps them (store/counts).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds both tables; a server is to keep a block as it is, on one page."""
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "valuecode",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("word", "value")),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("word", "value"),
    )
    columns = ("stances", "kinds", "sayings", "labels", "days", "outlets", "speakers")
    op.create_table(
        "claimblock",
        sa.Column("block", number, nullable=False, autoincrement=False),
        *(sa.Column(name, sa.LargeBinary(), nullable=False) for name in columns),
        sa.PrimaryKeyConstraint("block"),
    )
    if op.get_bind().dialect.name == "postgresql":
        plain = ", ".join(f"ALTER COLUMN {name} SET STORAGE PLAIN" for name in columns)
        op.execute(f"ALTER TABLE claimblock {plain}")
