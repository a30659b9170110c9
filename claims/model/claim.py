"""A claim and its parts: the spans, the stance, who speaks, through whom, when and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from claims.model.spans import Evidence, Inferred, Spans
from claims.rules.vocabulary import Kind, Polarity, SayingName, SpeakerKind, StanceName

Precision = Literal["day", "week", "month", "year"]


@dataclass(frozen=True)
class Attribution:
    """One attribution as spans: what is claimed, the words that attribute it, the words that name
    who."""

    cue: Spans
    source: Spans
    content: Spans
    confidence: float
    reasons: tuple[str, ...] = ()
    """Why a rule added or changed it; empty where the detector alone found it."""
    same_as: Spans = ()
    """Words that name the speaker elsewhere, where the claim itself names nobody."""
    doubts: tuple[str, ...] = ()
    """What the detector was unsure of."""


@dataclass(frozen=True)
class Stance:
    """What the cue does with the content."""

    stance: StanceName = "assert"
    polarity: Polarity = "positive"
    hedged: bool = False
    reason: str = field(default="", compare=False)
    """Which words decided it."""


@dataclass(frozen=True)
class Link:
    """An intermediary of a chain: who passed the words on, and the words that show it."""

    intermediary: str
    evidence: Evidence | None
    inferred: bool = False
    """True where the link was carried over from an earlier claim of the same interview."""


@dataclass(frozen=True)
class Speaker:
    """Who a source is; name is None for unnamed, group, joint and unresolved sources."""

    kind: SpeakerKind
    name: str | None = None
    members: tuple[str, ...] = ()
    mention: str = ""
    """The source as it is read (damaged letters and blanks mended), "" where the claim has none."""
    affiliation: str | None = None
    principal: str | None = None
    """The body or person that a spokesman speaks for."""
    declared_count: int | None = None
    """3 for "three people familiar with the matter"."""
    confidence: float = 1.0
    inferred: bool = False
    """True where no word of the claim names the source."""
    reasons: tuple[str, ...] = ()
    runner_up: str | None = None
    """Who else it might be: the next best, or the best where none was sure enough."""


@dataclass(frozen=True)
class SaidOn:
    """When something was said: an ISO 8601 date, or its first part where only the month or year is
    known."""

    date: str
    precision: Precision
    evidence: Evidence


@dataclass(frozen=True)
class Setting:
    """When, where, by what means and to whom something was said, and why unnamed; none of it is an
    intermediary."""

    said_on: SaidOn | None = None
    channel: Inferred | None = None
    """Such as tweet, statement, interview."""
    venue: Inferred | None = None
    """Such as news conference, rally in Norland."""
    audience: Inferred | None = None
    """Such as donors, reporters."""
    anonymity: Inferred | None = None
    """Why the source is unnamed, one of ANONYMITY; None where the text says nothing of it."""


@dataclass(frozen=True)
class Claim:
    """In article A, outlet O reports that speaker S, as passed on by the chain's intermediaries,
    said the content."""

    cue: Spans
    source: Spans
    content: Spans
    kind: Kind
    stance: Stance
    speaker: Speaker
    chain: tuple[Link, ...] = ()
    """Intermediaries, the one nearest the speaker first; never the wire or the outlet."""
    nested: bool = False
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    setting: Setting = Setting()
    saying: SayingName = "statement"
    """Whether somebody states it, holds it, means to do it or asks for it; or nothing is claimed."""

    @property
    def via(self) -> str | None:
        """The intermediary nearest the speaker."""
        return self.chain[0].intermediary if self.chain else None
