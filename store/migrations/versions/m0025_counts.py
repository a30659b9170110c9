"""Revision 0025: claims are counted by speaker, outlet and kind as they come and go; frozen.

The tables are filled once the store is upgraded, by what keeps them (store/counts).
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the tables of counts."""
    op.create_table(
        "articlecount",
        *_words("article_id"),
        sa.Column("outlet_id", sa.String()),
        *_words("published_key"),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("article_id"),
    )
    op.create_table(
        "speakercount",
        *_words("speaker_id", "name"),
        *_numbers("claims", "articles", "outlets"),
        sa.Column("first", sa.String()),
        sa.Column("last", sa.String()),
        sa.PrimaryKeyConstraint("speaker_id"),
    )
    op.create_index(
        "ix_speakercount_order", "speakercount", [sa.text("claims DESC"), "name", "speaker_id"]
    )
    op.create_table(
        "speakeroutlet",
        *_words("speaker_id", "outlet_id"),
        *_numbers("articles"),
        sa.PrimaryKeyConstraint("speaker_id", "outlet_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "facetcount",
        *_words("word", "value"),
        *_numbers("claims"),
        sa.PrimaryKeyConstraint("word", "value"),
    )


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]
