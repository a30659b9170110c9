"""Revision 0023: what kind of saying a claim is; frozen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

BY_STANCE = {
    "believe": "attitude",
    "plan": "intention",
    "promise": "intention",
    "decline": "intention",
    "ask": "demand",
}


def upgrade() -> None:
    """Adds the column; what was stored before has it by its stance until it is detected again."""
    column = sa.Column("saying", sa.String(), nullable=False, server_default="statement")
    op.add_column("claim", column)
    claim = sa.table("claim", sa.column("stance", sa.String), sa.column("saying", sa.String))
    for stance, saying in BY_STANCE.items():
        op.execute(sa.update(claim).where(claim.c.stance == stance).values(saying=saying))
    op.create_index("ix_claim_saying", "claim", ["saying", "vanished"])
