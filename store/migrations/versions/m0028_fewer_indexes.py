"""Revision 0028: indexes that are the beginning of another one go; frozen."""

from __future__ import annotations

from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None

_BEGINNINGS = (
    ("claim", "ix_claim_article_id"),
    ("claim", "ix_claim_text_order"),
    ("claim", "ix_claim_speaker_id"),
    ("article", "ix_article_published_key"),
)
"""Of ix_claim_listing, the same, ix_claim_said and ix_article_order."""


def upgrade() -> None:
    """Drops four indexes to which every claim or article wrote."""
    for table, name in _BEGINNINGS:
        op.drop_index(name, table)
