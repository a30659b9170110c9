"""Propositions with what they rest on, what contradicts them, and copies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claims.rules.vocabulary import Label, Relation, Role
from store.records.claims import ClaimRecord


@dataclass(frozen=True)
class VerdictClaim:
    """A claim's place in a proposition."""

    claim: ClaimRecord
    role: Role
    """supports | denies | neutral."""
    origin: str | None
    """Description of the origin, None where the claim names none."""
    copy_of: str | None
    """The doc that the claim's article copies."""
    reason: str = ""
    confirmed: bool = True


@dataclass(frozen=True)
class PairRecord:
    """How two origins of a proposition stand to each other; a and b are descriptions of origins."""

    a: str
    b: str
    relation: Relation
    reason: str
    evidence: str = ""


@dataclass(frozen=True)
class OtherVerdict:
    """What claims amount to under other premises."""

    id: str
    label: Label
    named: bool
    contested: bool
    origins_min: int
    origins_max: int


@dataclass(frozen=True)
class VerdictRecord:
    """A stored proposition with its interval of independent origins, its claims and the reasons."""

    id: str
    label: Label
    named: bool
    contested: bool
    conflicts_with: tuple[str, ...]
    origins_min: int
    origins_max: int
    channels_min: int
    channels_max: int
    claims: tuple[VerdictClaim, ...]
    pairs: tuple[PairRecord, ...]
    reasons: tuple[str, ...]
    decided: tuple[str, ...] = ()
    """Those of the reasons that are decisions of people: which, by whom and when."""
    machine: bool = False
    """Whether it stands as it would without any decision of people."""
    otherwise: tuple[OtherVerdict, ...] | None = None
    """What its claims amount to with people's decisions where this is without them, and the other way
    round; None where that is the same, or was not looked for."""

    @property
    def outcome(self) -> OtherVerdict:
        """The verdict alone, without claims and reasons."""
        return OtherVerdict(
            self.id, self.label, self.named, self.contested, self.origins_min, self.origins_max
        )


@dataclass(frozen=True)
class ConflictRecord:
    """A proposition that cannot hold beside another one, and why."""

    verdict: VerdictRecord
    reason: str


@dataclass(frozen=True)
class ArticleVerdicts:
    """The propositions that one article's claims stand in, and by id of each what contradicts it."""

    verdicts: tuple[VerdictRecord, ...] = ()
    conflicts: Mapping[str, tuple[ConflictRecord, ...]] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class CopyRecord:
    """An article that is the same text as an earlier one, both named by doc."""

    doc: str
    of: str
    share: float
    evidence: str
    credit: str = ""
    """What both declare in common."""
