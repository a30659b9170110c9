"""Revision 0002: who is one speaker over articles; frozen. The joining itself is derived when the
store opens."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds what speakers are joined by, and claims' bearers by decision."""
    _columns()
    op.create_table(
        "speakerkey",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("speaker_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["speaker_id"], ["speaker.id"]),
        sa.PrimaryKeyConstraint("key", "speaker_id"),
    )
    op.create_index("ix_speakerkey_speaker_id", "speakerkey", ["speaker_id"])
    op.create_table(
        "speakerpair",
        sa.Column("a", sa.String(), nullable=False),
        sa.Column("b", sa.String(), nullable=False),
        sa.Column("one", sa.Boolean(), nullable=False),
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("a", "b"),
    )
    op.create_index("ix_speakerpair_b", "speakerpair", ["b"])
    op.create_table(
        "parted",
        sa.Column("article_id", sa.String(), nullable=False),
        sa.Column("speaker_id", sa.String(), nullable=False),
        sa.Column("bearer_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", "speaker_id"),
    )
    # 0 is older than any rules: the store joins its speakers anew when it next opens.
    op.execute("INSERT INTO meta (key, value) VALUES ('identity', 0)")


def _columns() -> None:
    op.add_column("speaker", sa.Column("era", sa.String(), nullable=False, server_default=""))
    op.add_column(
        "speaker", sa.Column("canonical_id", sa.String(), nullable=False, server_default="")
    )
    op.add_column("speaker", sa.Column("joined", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_speaker_canonical_id", "speaker", ["canonical_id"])
    op.execute("UPDATE speaker SET canonical_id = id")
    op.add_column(
        "speakername", sa.Column("decided", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.add_column("claim", sa.Column("bearer_id", sa.String(), nullable=True))
    op.add_column("claim", sa.Column("bearer_reason", sa.Text(), nullable=True))
    op.create_index("ix_claim_bearer_id", "claim", ["bearer_id"])
