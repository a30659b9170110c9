"""What may not come back, and what was written out of the store: no content, for what was forgotten
leaves none."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from store.tables.declare import TableRow, text_column


class TombstoneRow(TableRow, table=True):
    """Something that was forgotten: a digest that tells it again and not what it was."""

    digest: str = Field(primary_key=True)
    kind: str = Field(index=True)
    """text | url | outlet | speaker."""
    at: datetime


class SecretRow(TableRow, table=True):
    """A random value of this store alone, so that its tombstones are no other store's."""

    name: str = Field(primary_key=True)
    value: str


class WrittenFileRow(TableRow, table=True):
    """A file that a command wrote from the store, which may still hold what is forgotten later."""

    path: str = text_column(primary_key=True)
    command: str
    at: datetime
