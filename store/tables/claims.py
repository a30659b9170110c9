"""What a machine found in articles: outlets, articles, claims and their chains, and by which
run."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, text
from sqlmodel import Field, col

from store.tables.declare import (
    TableRow,
    index,
    json_column,
    nullable_json_column,
    number_column,
    text_column,
)


class MetaRow(TableRow, table=True):
    """Numbers about the store itself: by which rules its verdicts came about."""

    key: str = Field(primary_key=True)
    value: int = 0


class RunRow(TableRow, table=True):
    """One run of a command that wrote."""

    id: str = Field(primary_key=True)
    command: str
    started: datetime
    finished: datetime | None = None
    versions: dict[str, Any] = json_column()
    counts: dict[str, Any] = json_column()
    failures: list[str] = json_column()
    unread: list[dict[str, str]] = json_column()
    """Files to read again: each as it was named, and where it lies."""


class OutletRow(TableRow, table=True):
    """A publisher; the id folds case and accents of the name."""

    id: str = Field(primary_key=True)
    name: str = Field(index=True)
    key: str
    """The folded name between two spaces, for whole-word lookups."""
    kind: str | None = None
    domain: str | None = None
    owner: str | None = None
    """Who owns it: its own name where nothing else is known."""
    source: str | None = None
    """Where kind, domain and owner are from."""


class ArticleRow(TableRow, table=True):
    """One text as published; an edition is a row of its own."""

    id: str = Field(primary_key=True)
    doc: str = Field(index=True)
    text: str = text_column()
    text_hash: str = Field(index=True)
    title: str | None = None
    url: str | None = None
    url_key: str | None = Field(default=None, index=True)
    outlet_id: str | None = Field(default=None, foreign_key="outlet.id", index=True)
    outlet_inferred: bool = False
    wire: str | None = None
    wire_inferred: bool = False
    author: str | None = None
    byline: list[str] = json_column()
    credits: list[str] = json_column()
    dateline_place: str | None = None
    dateline_date: str | None = None
    dateline_start: int | None = None
    dateline_end: int | None = None
    dateline_text: str | None = None
    published: str | None = None
    published_inferred: bool = False
    published_key: str = ""
    """The date or time in UTC for sorting and filters; "" where unknown."""
    fetched: datetime
    retrieval: dict[str, Any] | None = nullable_json_column()
    """From where on the web it was taken, when, and what its publisher says of mining it."""
    edition_of: str | None = Field(default=None, foreign_key="article.id", index=True)
    current: bool = Field(default=True, index=True)
    detector: str | None = None
    section: str | None = None
    language: str | None = None
    unread_language: str | None = None
    """The code of the language of a text that is not English, and so is kept unread."""
    modified: str | None = None
    told: list[dict[str, str]] = json_column()
    """Every value that the file gives, with where it stands there."""
    edition_changes: list[dict[str, Any]] | None = nullable_json_column()
    """What it did to the claims of the edition before; null for a first one."""
    run_id: str | None = Field(default=None, foreign_key="run.id")


class ClaimRow(TableRow, table=True):
    """One attribution in an article; number is the row's place in the search index."""

    number: int | None = number_column(primary_key=True)
    id: str = Field(unique=True)
    article_id: str = Field(foreign_key="article.id")
    start: int
    """The first character of the first span, for text order."""
    cue: list[list[int]] = json_column()
    source: list[list[int]] = json_column()
    content: list[list[int]] = json_column()
    quote: str = text_column()
    cue_text: str = text_column()
    kind: str
    stance: str
    polarity: str
    hedged: bool
    saying: str = "statement"
    nested: bool
    parent: str | None = None
    """The claim whose content holds a nested one."""
    mention: str = text_column()
    speaker_id: str | None = Field(default=None, foreign_key="speaker.id")
    effective_speaker_id: str | None = Field(default=None, index=True)
    """Who a person's decision says it is, by a split or a dated office; beside what the machine
    found."""
    effective_speaker_reason: str | None = text_column(nullable=True)
    speaker_kind: str
    members: list[str] = json_column()
    principal: str | None = None
    affiliation: str | None = None
    declared_count: int | None = None
    speaker_inferred: bool
    speaker_confidence: float
    said_on: str | None = None
    said_on_precision: str | None = None
    channel: str | None = None
    venue: str | None = text_column(nullable=True)
    audience: str | None = text_column(nullable=True)
    anonymity: str | None = None
    """Why its source is unnamed, as the article says: one of ANONYMITY."""
    runner_up: str | None = text_column(nullable=True)
    """Who else the source may be."""
    setting_evidence: dict[str, Any] = json_column()
    """Start, end and words that show said_on, channel, venue, audience and anonymity."""
    confidence: float
    reasons: list[str] = json_column()
    prefix: str = text_column()
    suffix: str = text_column()
    detector: str | None = None
    vanished: bool = False


class ChainLinkRow(TableRow, table=True):
    """One intermediary of a claim, the one nearest the speaker at position 0."""

    claim_id: str = Field(primary_key=True, foreign_key="claim.id")
    position: int = Field(primary_key=True)
    intermediary: str
    start: int | None = None
    end: int | None = None
    evidence: str | None = text_column(nullable=True)
    inferred: bool = False


ARTICLE_ORDER = index("ix_article_order", ArticleRow.published_key, ArticleRow.id)
CURRENT_EDITION = Index(
    "ix_article_current_edition",
    col(ArticleRow.edition_of),
    unique=True,
    sqlite_where=text("current = 1"),
    postgresql_where=text("current"),
)
"""Two writers at once cannot make two current editions of one article."""
# Lists of a million claims are walked in order within this index and that of articles alone.
LISTING = index(
    "ix_claim_listing", ClaimRow.article_id, ClaimRow.start, ClaimRow.number, ClaimRow.vanished
)
CONFIDENCE_ORDER = index("ix_claim_confidence", ClaimRow.confidence, ClaimRow.vanished)
# Facets of everything are counted within these alone.
FACETS = [
    index("ix_claim_said", ClaimRow.speaker_id, ClaimRow.effective_speaker_id, ClaimRow.vanished),
    index("ix_claim_stance", ClaimRow.stance, ClaimRow.vanished),
    index("ix_claim_kind", ClaimRow.kind, ClaimRow.vanished),
    index("ix_claim_saying", ClaimRow.saying, ClaimRow.vanished),
]
