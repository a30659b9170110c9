"""Revision 0026: names of speakers are found by their words; frozen.

The table is filled once the store is upgraded, by what keeps it (store/speakers/words.py).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the table of words, in which a server's language has no say."""
    word = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    op.create_table(
        "speakerword",
        sa.Column("word", word, nullable=False),
        sa.Column("speaker_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("word", "speaker_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_speakerword_speaker_id", "speakerword", ["speaker_id"])
