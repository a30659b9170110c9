"""Revision 0032: the day stands beside what is counted of a claim, and on a server its words; frozen.

SQLite's own index of words tells numbers of claims; a server's visits rows, and these here are a third as long.
The table is filled once the store is upgraded, by what keeps it (store/counts).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table anew, and on a server the index of words and that of the numbers of speakers."""
    op.drop_table("claimvalue")
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "claimvalue",
        sa.Column("number", number, nullable=False, autoincrement=False),
        sa.Column("speaker", number),
        sa.Column("outlet", number),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("day", "stance", "kind", "saying", "labels")
        ),
        sa.Column("words", sa.Text()),
        sa.PrimaryKeyConstraint("number"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE INDEX ix_claimvalue_words ON claimvalue "
            "USING gin (array_to_tsvector(string_to_array(words, ' ')))"
        )
        op.execute(
            "CREATE INDEX ix_speaker_number ON speaker ((('x' || left(id, 15))::bit(60)::bigint))"
        )
