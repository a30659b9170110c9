"""What matching over articles takes in and gives out, as frozen dataclasses; how it judges stands
beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claims.rules.vocabulary import SpeakerKind

Outcome = Literal["join", "propose", "apart"]


@dataclass(frozen=True)
class NamedSpeaker:
    """A speaker as one name with one affiliation, with what the articles say of it."""

    id: str
    name: str
    kind: SpeakerKind
    affiliation: str | None = None
    principal: str | None = None
    years: tuple[int, int] | None = None
    """First and last year in which it speaks, None where no article says."""
    names: tuple[str, ...] = ()
    """Other forms, titles included, in which articles name it."""

    @property
    def is_person(self) -> bool:
        """People join people, bodies bodies."""
        return self.kind == "person"


@dataclass(frozen=True)
class Judgement:
    """Whether two names are one speaker: joined by itself, proposed to a person, or kept apart;
    with the reasons."""

    outcome: Outcome
    reasons: tuple[str, ...]
    confidence: float = 0.0
    """Ranks proposals; 1 for a join."""
    incompatible: bool = False
    """True where something speaks against one speaker, so that no third name may bind the two."""


@dataclass(frozen=True)
class SpeakerDecisions:
    """What people decided, by speaker id: pairs that are one, pairs that are two."""

    merged: frozenset[frozenset[str]] = frozenset()
    parted: frozenset[frozenset[str]] = frozenset()
    heads: tuple[str, ...] = ()
    """Speakers that others were merged into, the latest decision last; their names are shown."""


@dataclass(frozen=True)
class Joined:
    """The speaker that a name belongs to, and why; itself where nothing joins it."""

    canonical: str
    reason: str = ""


@dataclass(frozen=True)
class Office:
    """An office with its holder; from and until are ISO dates, months or years, both inclusive,
    None where open."""

    speaker: str
    office: str
    since: str | None = None
    until: str | None = None
