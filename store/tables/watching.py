"""What is watched on the web, what is known of addresses that were asked, and how far readers of `new` have
come."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from store.tables.declare import TableRow, number_column, text_column


class WatchRow(TableRow, table=True):
    """A feed on a list."""

    name: str = Field(primary_key=True)
    address: str = Field(primary_key=True)
    """As it is asked, secrets included."""
    added: datetime


class VisitRow(TableRow, table=True):
    """An address that was asked while pulling, and need not be asked again until it changes."""

    address: str = Field(primary_key=True)
    etag: str | None = text_column(nullable=True)
    modified: str | None = text_column(nullable=True)
    mark: str = ""
    """What its feed said of it then."""
    at: datetime
    held_until: datetime | None = None
    """Of a host's address: until when it asks to be left alone."""


class ReadMarkRow(TableRow, table=True):
    """How far a reader has seen the claims of a query."""

    reader: str = Field(primary_key=True)
    query: str = Field(primary_key=True)
    number: int = number_column()
    """Of the last claim that was there."""
    claim_id: str
    """That claim: where it is gone, numbers may have been given anew."""
    at: datetime
