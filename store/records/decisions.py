"""What people decided, what they have looked at, and what was run when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from store.records.kinds import DecisionName


@dataclass(frozen=True)
class DecisionRecord:
    """A person's judgement; at is an ISO 8601 UTC time."""

    id: int
    at: str
    reviewer: str
    kind: str
    subject: str
    before: str | None
    after: str | None
    note: str
    private: bool = False
    """Whether it says who an unnamed source is."""


@dataclass(frozen=True)
class Move:
    """One judgement about to be written; before is filled in where the store knows it."""

    kind: DecisionName
    subject: str
    after: str | None = None
    before: str | None = None


@dataclass(frozen=True)
class Verified:
    """How much of the store was looked at, and what is not as it was stored: what and where."""

    articles: int
    claims: int
    decisions: int
    faults: tuple[str, ...] = ()


@dataclass(frozen=True)
class StoreCustody:
    """What is noted of a store, by which it can be checked later."""

    revision: str
    rules: Mapping[str, int]
    """By which verdicts and speakers came about."""
    counts: Mapping[str, int]
    last_decision: int | None
    chain_digest: str | None
    """Of the last decision, into which all before went."""


@dataclass(frozen=True)
class ArticleCustody:
    """What is noted of an article, by which it can be checked later."""

    id: str
    doc: str
    url: str | None
    outlet: str | None
    published: str | None
    read: str
    """When it was read, ISO 8601 UTC."""
    run: str | None
    current: bool
    characters: int
    text_sha256: str
    """Of the text in UTF-8."""
    claims: int
    claims_sha256: str
    """Of its claims as the machine read them."""


@dataclass(frozen=True)
class RunRecord:
    """One run of a command that wrote; times are ISO 8601 UTC strings."""

    id: str
    command: str
    started: str
    finished: str | None
    versions: dict[str, str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    failures: tuple[str, ...] = ()
    unread: tuple[Mapping[str, str], ...] = ()
    """Files to read again: "named" as they were, and "at" which place."""


@dataclass(frozen=True)
class Coverage:
    """How many of a list's claims a person has looked at, by status."""

    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        """Claims of the list."""
        return sum(self.counts.values())

    @property
    def reviewed(self) -> int:
        """Claims with any status but unreviewed."""
        return self.total - self.counts.get("unreviewed", 0)

    @property
    def unsure(self) -> int:
        """Claims on which a reviewer could not decide."""
        return self.counts.get("unsure", 0)


@dataclass(frozen=True)
class ArticleLine:
    """An article as a list shows it."""

    id: str
    doc: str
    title: str | None
    outlet: str | None
    wire: str | None
    published: str | None
    claims: int
    reviewed: int
    read_by: str | None
    """Who read it wholly."""
    copies: int = 0
    share: float | None = None
    """How much of it a copy shares with its original; None for an original."""


@dataclass(frozen=True)
class QualityCount:
    """So many claims of one kind, model, outlet and outcome of review."""

    kind: str
    detector: str | None
    outlet: str | None
    read: bool
    """Whether a person read the article wholly."""
    status: str
    missed: bool
    """True for a claim that the machine does not find and a person entered or holds to."""
    wrong: tuple[str, ...]
    """Which parts a person put right: speaker, spans, stance, chain."""
    count: int
