"""Counts made anew where they are wrong."""

from __future__ import annotations

from sqlalchemy import Connection

from store.counts.compare import miscounted
from store.counts.keep import rebuild


def recount(connection: Connection) -> tuple[str, ...]:
    """Counts everything anew where a count of all finds what is kept wrong; gives what was."""
    if wrong := tuple(miscounted(connection)):
        rebuild(connection)
    return wrong
