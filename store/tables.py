"""The tables, as SQLModel classes; no reading, no writing, nothing that one database alone can do.

What a machine found and what a person decided stand side by side: no foreign key leads from a Decision into results.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, Column, Index, Text
from sqlmodel import Field, SQLModel, col


def _json() -> Any:
    return Field(sa_column=Column(JSON, nullable=False))


def _text(nullable: bool = False) -> Any:
    return Field(sa_column=Column(Text, nullable=nullable))


def now() -> datetime:
    """The time for a row, UTC."""
    return datetime.now(UTC)


class Meta(SQLModel, table=True):
    """Numbers about the store itself: by which rules its verdicts came about."""

    key: str = Field(primary_key=True)
    value: int = 0


class Run(SQLModel, table=True):
    """One run of a command that wrote."""

    id: str = Field(primary_key=True)
    command: str
    started: datetime
    finished: datetime | None = None
    versions: dict[str, Any] = _json()
    counts: dict[str, Any] = _json()
    failures: list[str] = _json()


class Outlet(SQLModel, table=True):
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


class Article(SQLModel, table=True):
    """One text as published; an edition is a row of its own."""

    id: str = Field(primary_key=True)
    doc: str = Field(index=True)
    text: str = _text()
    text_hash: str = Field(index=True)
    title: str | None = None
    url: str | None = None
    url_key: str | None = Field(default=None, index=True)
    outlet_id: str | None = Field(default=None, foreign_key="outlet.id", index=True)
    outlet_inferred: bool = False
    wire: str | None = None
    wire_inferred: bool = False
    author: str | None = None
    byline: list[str] = _json()
    credits: list[str] = _json()
    dateline_place: str | None = None
    dateline_date: str | None = None
    dateline_start: int | None = None
    dateline_end: int | None = None
    dateline_text: str | None = None
    published: str | None = None
    published_inferred: bool = False
    published_key: str = Field(default="", index=True)
    """The date or time in UTC for sorting and filters; "" where unknown."""
    fetched: datetime
    edition_of: str | None = Field(default=None, foreign_key="article.id", index=True)
    current: bool = Field(default=True, index=True)
    detector: str | None = None
    run_id: str | None = Field(default=None, foreign_key="run.id")


class Speaker(SQLModel, table=True):
    """A name as borne by one speaker, as far as one article can tell: other affiliation or age, other row."""

    id: str = Field(primary_key=True)
    name: str = Field(index=True)
    kind: str
    affiliation: str | None = None
    principal: str | None = None
    era: str = ""
    """The century of names in old news, "" for those of living memory."""
    canonical_id: str = Field(default="", index=True)
    """The row whose name all rows of one speaker are shown under; derived from names and decisions."""
    joined: str = Field(default="", sa_column=Column(Text, nullable=False))
    """Why it goes under that row."""


class SpeakerName(SQLModel, table=True):
    """A form in which a speaker is named; key is the folded form between two spaces, for whole-word lookups."""

    speaker_id: str = Field(primary_key=True, foreign_key="speaker.id")
    name: str = Field(primary_key=True)
    key: str
    decided: bool = False
    """True for an alias that a person entered."""


class SpeakerKey(SQLModel, table=True):
    """A key under which names worth comparing with this one are found."""

    key: str = Field(primary_key=True)
    speaker_id: str = Field(primary_key=True, foreign_key="speaker.id", index=True)


class SpeakerPair(SQLModel, table=True):
    """Two names that a person declared one speaker, or two; derived from the decisions in force."""

    a: str = Field(primary_key=True)
    b: str = Field(primary_key=True, index=True)
    one: bool
    decision: int


class Parted(SQLModel, table=True):
    """A speaker's claims in one article that a person gave to another bearer of the name; derived from decisions."""

    article_id: str = Field(primary_key=True)
    """The article's first edition."""
    speaker_id: str = Field(primary_key=True)
    bearer_id: str


class Role(SQLModel, table=True):
    """An office and who held it when."""

    id: int | None = Field(default=None, primary_key=True)
    speaker_id: str = Field(foreign_key="speaker.id", index=True)
    office: str
    since: str | None = None
    until: str | None = None


class Claim(SQLModel, table=True):
    """One attribution in an article; number is the row's place in the search index."""

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    article_id: str = Field(foreign_key="article.id", index=True)
    start: int
    """The first character of the first span, for text order."""
    cue: list[list[int]] = _json()
    source: list[list[int]] = _json()
    content: list[list[int]] = _json()
    quote: str = _text()
    cue_text: str = _text()
    kind: str
    stance: str
    polarity: str
    hedged: bool
    nested: bool
    parent: str | None = None
    """The claim whose content holds a nested one."""
    mention: str = _text()
    speaker_id: str | None = Field(default=None, foreign_key="speaker.id", index=True)
    bearer_id: str | None = Field(default=None, index=True)
    """Who a person's decision says it is, by a split or a dated office; beside what the machine found."""
    bearer_reason: str | None = _text(nullable=True)
    speaker_kind: str
    members: list[str] = _json()
    principal: str | None = None
    affiliation: str | None = None
    declared_count: int | None = None
    speaker_inferred: bool
    speaker_confidence: float
    said_on: str | None = None
    said_on_precision: str | None = None
    channel: str | None = None
    venue: str | None = _text(nullable=True)
    audience: str | None = _text(nullable=True)
    runner_up: str | None = _text(nullable=True)
    """Who else the source may be."""
    setting_evidence: dict[str, Any] = _json()
    """Start, end and words that show said_on, channel, venue and audience."""
    confidence: float
    reasons: list[str] = _json()
    prefix: str = _text()
    suffix: str = _text()
    detector: str | None = None
    vanished: bool = False


class ChainLink(SQLModel, table=True):
    """One intermediary of a claim, the one nearest the speaker at position 0."""

    claim_id: str = Field(primary_key=True, foreign_key="claim.id")
    position: int = Field(primary_key=True)
    who: str
    start: int | None = None
    end: int | None = None
    evidence: str | None = _text(nullable=True)
    inferred: bool = False


class Copy(SQLModel, table=True):
    """An article that is the same text as an earlier one; of is that one's id."""

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    of: str = Field(primary_key=True, index=True)
    share: float
    evidence: str = _text()
    credit: str = _text()


class Proposition(SQLModel, table=True):
    """What a source is reported to hold, with its interval of independent origins."""

    id: str = Field(primary_key=True)
    label: str = Field(index=True)
    named: bool
    contested: bool
    least: int
    most: int
    said_least: int
    said_most: int
    conflicts_with: list[str] = _json()
    origins: list[dict[str, Any]] = _json()
    reasons: list[str] = _json()
    rank: int
    """Its place among the labels in lists, the weakest first."""
    first_published: str
    """The sort key of its earliest claim's article."""


class PropositionClaim(SQLModel, table=True):
    """A claim's place in a proposition."""

    proposition_id: str = Field(primary_key=True, foreign_key="proposition.id")
    claim_id: str = Field(primary_key=True, foreign_key="claim.id", index=True)
    position: int
    role: str
    origin: str | None = _text(nullable=True)
    copy_of: str | None = None
    reason: str = _text()
    confirmed: bool = True


class Conflict(SQLModel, table=True):
    """Two propositions that cannot both hold."""

    id: int | None = Field(default=None, primary_key=True)
    a: str = Field(index=True)
    b: str = Field(index=True)
    reason: str = _text()


class OriginLink(SQLModel, table=True):
    """How two origins of one proposition stand to each other."""

    id: int | None = Field(default=None, primary_key=True)
    proposition_id: str = Field(foreign_key="proposition.id", index=True)
    a: str = _text()
    b: str = _text()
    relation: str
    reason: str = _text()
    evidence: str = _text()


class Decision(SQLModel, table=True):
    """A person's judgement; append-only, undo is another row."""

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    who: str
    what: str = Field(index=True)
    subject: str = Field(index=True)
    old: str | None = _text(nullable=True)
    new: str | None = _text(nullable=True)
    note: str = _text()


class Review(SQLModel, table=True):
    """What people decided on a claim, derived from the decisions; what stands is in the claim's own row."""

    claim_id: str = Field(primary_key=True, foreign_key="claim.id")
    status: str = Field(index=True)
    who: str
    at: datetime
    note: str = _text()
    machine: dict[str, Any] = _json()
    """What the machine found, by column, where a person's value replaced it."""
    added: bool = False
    """True where a person entered a claim that the machine missed."""
    found: bool = True
    """False where the latest run no longer finds it."""


class ArticleReview(SQLModel, table=True):
    """What people decided on an article, derived from the decisions in the same way."""

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    machine: dict[str, Any] = _json()
    read_by: str | None = None
    """Who read it wholly, so that what the machine missed is known."""
    read_at: datetime | None = None


ARTICLE_ORDER = Index("ix_article_order", *map(col, (Article.published_key, Article.id)))
PROPOSITION_ORDER = Index(
    "ix_proposition_order", col(Proposition.rank), col(Proposition.first_published), col(Proposition.id)
)
TEXT_ORDER = Index("ix_claim_text_order", Claim.article_id, Claim.start)  # type: ignore[arg-type]
# Lists of a million claims are walked in order within this index and that of articles alone.
LISTING = Index("ix_claim_listing", Claim.article_id, Claim.start, Claim.number, Claim.vanished)  # type: ignore[arg-type]
# Facets of everything are counted within these alone.
FACETS = [
    Index("ix_claim_said", Claim.speaker_id, Claim.bearer_id, Claim.vanished),  # type: ignore[arg-type]
    Index("ix_claim_stance", Claim.stance, Claim.vanished),  # type: ignore[arg-type]
    Index("ix_claim_kind", Claim.kind, Claim.vanished),  # type: ignore[arg-type]
]
