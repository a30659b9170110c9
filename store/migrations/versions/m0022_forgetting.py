"""Revision 0022: what is forgotten leaves a tombstone, and decisions are digested with salt; frozen."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

from claims.ids import digest

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

FIELDS = ("reviewer", "kind", "subject", "before", "after", "note")


def upgrade() -> None:
    """Makes the tables, and digests every decision anew with its salt; one that did not follow from
    the one before keeps its digest, and so is still told."""
    op.create_table("tombstone", _key("digest"), _text("kind"), _time("at"))
    op.create_table("secret", _key("name"), _text("value"))
    op.create_table("writtenfile", _key("path", sa.Text()), _text("command"), _time("at"))
    op.create_index("ix_tombstone_kind", "tombstone", ["kind"])
    op.add_column("decision", sa.Column("salt", sa.String(), nullable=False, server_default=""))
    op.add_column("decision", sa.Column("seal", sa.String(), nullable=True))
    _chain_anew()


def _key(name: str, kind: Any = None) -> sa.Column[Any]:
    return sa.Column(name, kind or sa.String(), primary_key=True, nullable=False)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(), nullable=False)


def _time(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _chain_anew() -> None:
    names = (*FIELDS, "digest", "salt")
    decision = sa.table(
        "decision",
        sa.column("id", sa.Integer),
        sa.column("at", sa.DateTime(timezone=True)),
        *(sa.column(name, sa.String) for name in names),
    )
    connection, former, previous = op.get_bind(), "", ""
    for row in connection.execute(sa.select(decision).order_by(decision.c.id)).mappings().all():
        unbroken = row["digest"] == _digest(former, row)
        salt = secrets.token_hex(16) if unbroken else ""
        new = _digest(previous, row, salt) if unbroken else row["digest"]
        this = sa.update(decision).where(decision.c.id == row["id"])
        connection.execute(this.values(digest=new, salt=salt))
        former, previous = row["digest"], new


def _digest(previous: str, row: Any, *salt: str) -> str:
    values = ("-" if row[name] is None else f"={row[name]}" for name in FIELDS)
    return digest("decision", previous, _exact(row["at"]), *values, *salt)


def _exact(at: datetime) -> str:
    """In UTC, which a database without zones keeps unsaid."""
    aware = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    return aware.isoformat(timespec="microseconds")
