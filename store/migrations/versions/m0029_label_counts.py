"""Revision 0029: claims are counted by label too; frozen.

No table changes: as the store is upgraded, everything is counted anew by what keeps the counts (store/counts).
"""

from __future__ import annotations

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing to be done here."""
