"""By which rules the names of a store were joined into speakers; the joining is join.py's."""

from __future__ import annotations

from sqlalchemy import Connection, select

from store.tables import MetaRow
from store.tables.columns import col

RULES = 5
"""Counts up with every change of rules or lists that joins names otherwise; an older store is
joined anew."""


def outdated(connection: Connection) -> bool:
    """Whether the store was joined by older rules."""
    return (
        connection.execute(
            select(col(MetaRow.value)).where(col(MetaRow.key) == "identity")
        ).scalar()
        != RULES
    )
