"""Revision 0031: what facets count of a claim stands by itself, in few bytes; frozen.

The table is filled once the store is upgraded, by what keeps it (store/counts).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table."""
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "claimvalue",
        sa.Column("number", number, nullable=False, autoincrement=False),
        sa.Column("speaker", number),
        sa.Column("outlet", number),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("stance", "kind", "saying", "labels")
        ),
        sa.PrimaryKeyConstraint("number"),
    )
