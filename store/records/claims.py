"""Articles and claims as the store hands them out, and by which words they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claims.model import Spans
from claims.rules.vocabulary import Kind, Label, Polarity, SpeakerKind, StanceName, Status


@dataclass(frozen=True)
class ArticleRecord:
    """A stored article; times are ISO 8601 UTC strings."""

    id: str
    doc: str
    text: str
    title: str | None
    url: str | None
    outlet: str | None
    outlet_inferred: bool
    wire: str | None
    byline: tuple[str, ...]
    dateline_place: str | None
    dateline_date: str | None
    dateline_evidence: tuple[int, int, str] | None
    published: str | None
    edition_of: str | None
    """Id of the first edition, None for a first edition."""
    current: bool
    """False where a later edition replaced this one."""
    credits: tuple[str, ...] = ()


@dataclass(frozen=True)
class LinkRecord:
    """One intermediary of a stored chain."""

    intermediary: str
    evidence: tuple[int, int, str] | None
    inferred: bool


@dataclass(frozen=True)
class ClaimRecord:
    """A stored claim with what every list and view shows of it."""

    id: str
    article_id: str
    doc: str
    title: str | None
    outlet: str | None
    wire: str | None
    published: str | None
    cue: Spans
    source: Spans
    content: Spans
    quote: str
    """The words of the content, parts joined by " … "."""
    cue_text: str
    mention: str
    kind: Kind
    stance: StanceName
    polarity: Polarity
    hedged: bool
    nested: bool
    speaker_id: str | None
    """Set where the claim has a resolved, named speaker."""
    speaker: str | None
    speaker_kind: SpeakerKind
    members: tuple[str, ...]
    principal: str | None
    affiliation: str | None
    declared_count: int | None
    speaker_inferred: bool
    chain: tuple[LinkRecord, ...]
    confidence: float
    reasons: tuple[str, ...]
    vanished: bool = False
    """True where a later edition no longer holds the claim."""
    named: str | None = None
    """The speaker as the article itself gives it; `speaker` is the name that all spellings go
    under."""
    named_kind: SpeakerKind | None = None
    effective_speaker_reason: str | None = None
    """Why a person's decision names another speaker than the article, None where none does."""
    label: Label | None = None
    """The verdict of its proposition, None where check has not run."""
    speaker_confidence: float = 1.0
    runner_up: str | None = None
    """Who else the source may be."""
    said_on: str | None = None
    said_on_precision: str | None = None
    """day | week | month | year."""
    channel: str | None = None
    venue: str | None = None
    audience: str | None = None
    setting_evidence: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    """The words that show said_on, channel, venue and audience."""
    status: Status = "unreviewed"
    """unreviewed | correct | corrected | wrong | unsure: judges the extraction, never the truth."""
    reviewer: str | None = None
    reviewed_at: str | None = None
    note: str = ""
    """What the reviewer wrote with the latest decision."""
    added: bool = False
    """True where a person entered what the machine missed."""
    found: bool = True
    """False where the machine no longer finds a claim that a person decided on."""
    machine: Mapping[str, Any] | None = field(default=None, hash=False)
    """What the machine found, where a person's value stands in its place."""
    url: str | None = None
    """Where the article stands."""
    private_speaker: str | None = None
    """Who the unnamed source is, as a reviewer says: never handed on unasked; None where the store was
    not opened to show it."""

    @property
    def via(self) -> str | None:
        """The intermediary nearest the speaker."""
        return self.chain[0].intermediary if self.chain else None


@dataclass(frozen=True)
class Filters:
    """The filter words that commands and browser share; empty means no filter, values of one word
    are alternatives."""

    speaker: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    kind: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    """Bare words of a query: whole words of content, speaker or alias."""
    article: str | None = None
    """An article id or doc."""
    speaker_id: str | None = None
    """Exactly one speaker, whatever the names."""
    min_confidence: float | None = None
    """Claims less likely to be read rightly are left out."""
    unfinished: str | None = None
    """The word whose last value is being typed ("text", "speaker" or "outlet"): its beginning is
    enough."""


NO_FILTER = Filters()
SORT_KEYS = ("date", "outlet", "speaker", "confidence")
"""By what claims can be sorted."""


@dataclass(frozen=True)
class SaveResult:
    """What saving one reading did."""

    status: str
    """added | unchanged | updated (metadata) | edition | redetected."""
    article_id: str
    claims: int = 0
    kept: int = 0
    """Claims of the former edition or run that kept their ids."""
    vanished: tuple[str, ...] = ()
    """Ids of claims that the new edition no longer holds."""
    changed: tuple[str, ...] = field(default=())
    """Ids of kept claims whose words changed."""
    held: tuple[str, ...] = ()
    """Ids of claims that were not found again and stay because a person decided on them."""
