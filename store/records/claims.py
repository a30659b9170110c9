"""Articles and claims as the store hands them out, and by which words they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from claims.model import Retrieval, Spans, Told
from claims.rules.vocabulary import (
    Anonymity,
    Kind,
    Label,
    Polarity,
    SayingName,
    SpeakerKind,
    StanceName,
    Status,
)


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
    author: str | None = None
    """The writers as the file or the user gives them; byline has those of the text else."""
    section: str | None = None
    language: str | None = None
    unread_language: str | None = None
    """The code of the language of a text that is not English, and so is kept unread."""
    modified: str | None = None
    edition_changes: tuple[Mapping[str, Any], ...] | None = None
    """What it did to the claims of the edition before; None for a first one, and where it was not noted."""
    fetched: str = ""
    told: tuple[Told, ...] = ()
    """Every value that the file gave, with where it stood there."""
    published_inferred: bool = False
    wire_inferred: bool = False
    retrieval: Retrieval | None = None
    """How it came over the network; None for what lay in a file."""


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
    saying: SayingName = "statement"
    """Whether somebody states it, holds it, means to do it or asks for it; or nothing is claimed."""
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
    label_decided: bool = False
    """Whether that verdict rests on a person's decision."""
    speaker_confidence: float = 1.0
    runner_up: str | None = None
    """Who else the source may be."""
    said_on: str | None = None
    said_on_precision: str | None = None
    """day | week | month | year."""
    channel: str | None = None
    venue: str | None = None
    audience: str | None = None
    anonymity: Anonymity | None = None
    """Why the source is unnamed, as the article says."""
    setting_evidence: dict[str, tuple[int, int, str]] = field(default_factory=dict)
    """The words that show said_on, channel, venue, audience and anonymity."""
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
    saying: tuple[str, ...] = ()
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
    numbered: tuple[int, int] | None = None
    """Claims that were entered after the first of these numbers, up to the second."""
    no_open_accusations: bool = False
    """Accusations that nobody reviewed are left out, as on a page that is handed on."""
    said: bool = False
    """What claims nothing is left out, unless somebody reviewed it: as in tables that people read."""
    unfinished: str | None = None
    """The word whose last value is being typed ("text", "speaker" or "outlet"): its beginning is
    enough."""


NO_FILTER = Filters()
SORT_KEYS = ("saying", "date", "outlet", "speaker", "confidence")
"""By what claims can be sorted."""


@dataclass(frozen=True)
class SaveResult:
    """What saving one reading did."""

    status: str
    """added | unchanged | updated (metadata) | edition | redetected | forgotten (not saved again)."""
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
    since: str | None = None
    """The day on which the article was forgotten."""
    left_out: int = 0
    """Claims of forgotten speakers, which are not saved again."""
