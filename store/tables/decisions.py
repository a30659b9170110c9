"""What people decided, and what stands because of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Field

from store.tables.declare import TableRow, json_column, text_column


class DecisionRow(TableRow, table=True):
    """A person's judgement; append-only, undo is another row."""

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    reviewer: str
    kind: str = Field(index=True)
    subject: str = Field(index=True)
    before: str | None = text_column(nullable=True)
    after: str | None = text_column(nullable=True)
    note: str = text_column()
    digest: str
    """Of this row and the digest of the one before, so that none can be changed or taken out unseen."""
    salt: str = ""
    """Random, a part of what is digested: once it is gone, nobody can try values against the digest."""
    seal: str | None = None
    """Of what is left of a row that was forgotten, wholly or in part; the digest stays what it was."""


class ReviewRow(TableRow, table=True):
    """What people decided on a claim, derived from the decisions; what stands is in the claim's own
    row."""

    claim_id: str = Field(primary_key=True, foreign_key="claim.id")
    status: str = Field(index=True)
    reviewer: str
    at: datetime
    note: str = text_column()
    machine: dict[str, Any] = json_column()
    """What the machine found, by column, where a person's value replaced it."""
    added: bool = False
    """True where a person entered a claim that the machine missed."""
    found: bool = True
    """False where the latest run no longer finds it."""
    private_speaker: str | None = None
    """Who an unnamed source is, as a person says; in no other derived table."""


class ArticleReviewRow(TableRow, table=True):
    """What people decided on an article, derived from the decisions in the same way."""

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    machine: dict[str, Any] = json_column()
    read_by: str | None = None
    """Who read it wholly, so that what the machine missed is known."""
    read_at: datetime | None = None
