"""Revision 0013: decisions carry a digest of themselves and of the one before; frozen."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from claims.ids import digest

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

FIELDS = ("reviewer", "kind", "subject", "before", "after", "note")


def upgrade() -> None:
    """Adds the column and links what was decided so far; the default holds for no row afterwards."""
    op.add_column("decision", sa.Column("digest", sa.String(), nullable=False, server_default=""))
    names = ("reviewer", "kind", "subject", "before", "after", "note", "digest")
    decision = sa.table(
        "decision",
        sa.column("id", sa.Integer),
        sa.column("at", sa.DateTime),
        *(sa.column(name, sa.String) for name in names),
    )
    connection, previous = op.get_bind(), ""
    for row in connection.execute(sa.select(decision).order_by(decision.c.id)).mappings().all():
        values = ("-" if row[name] is None else f"={row[name]}" for name in FIELDS)
        previous = digest("decision", previous, _exact(row["at"]), *values)
        this = sa.update(decision).where(decision.c.id == row["id"])
        connection.execute(this.values(digest=previous))


def _exact(at: datetime) -> str:
    """In UTC, which a database without zones keeps unsaid."""
    aware = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    return aware.isoformat(timespec="microseconds")
