"""Speakers as the store hands them out: names, offices and what may be one person."""

from __future__ import annotations

from dataclasses import dataclass

from claims.rules.vocabulary import SpeakerKind


@dataclass(frozen=True)
class SpeakerRecord:
    """A speaker with counts for lists."""

    id: str
    name: str
    kind: SpeakerKind
    aliases: tuple[str, ...]
    affiliation: str | None
    claims: int
    articles: int
    outlets: int
    first: str | None
    last: str | None


@dataclass(frozen=True)
class FormRecord:
    """A name that goes under a speaker, and why; reason is "" for the one that is shown."""

    id: str
    name: str
    affiliation: str | None
    claims: int
    reason: str


@dataclass(frozen=True)
class RoleRecord:
    """An office that a person entered; dates are ISO, both inclusive, None where open."""

    office: str
    since: str | None
    until: str | None


@dataclass(frozen=True)
class ProposalRecord:
    """Two speakers that may be one, by canonical id, with the names that are alike and the
    reasons."""

    id: str
    a: str
    b: str
    a_name: str
    b_name: str
    kind: SpeakerKind
    reasons: tuple[str, ...]
    confidence: float
