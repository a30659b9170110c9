"""Revision 0018: propositions are listed by the number of outlets that carry them; frozen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_COUNT = """
UPDATE proposition SET spread = -(
  SELECT count(DISTINCT coalesce(article.outlet_id, article.id))
  FROM propositionclaim
  JOIN claim ON claim.id = propositionclaim.claim_id
  JOIN article ON article.id = claim.article_id
  WHERE propositionclaim.proposition_id = proposition.id AND propositionclaim.role = 'supports'
)
"""


def upgrade() -> None:
    """Adds the number, counts it once, and makes the two orders of lists anew."""
    op.add_column(
        "proposition", sa.Column("spread", sa.Integer(), nullable=False, server_default="0")
    )
    op.execute(_COUNT)
    op.drop_index("ix_proposition_order", "proposition")
    for name, columns in (
        ("ix_proposition_order", ("rank", "spread", "first_published", "id")),
        ("ix_proposition_attention", ("spread", "rank", "first_published", "id")),
    ):
        op.create_index(name, "proposition", columns)
