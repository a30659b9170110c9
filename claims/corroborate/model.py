"""What weighing takes in and gives out, as plain dataclasses; how it weighs stands in the modules
beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claims.model import Spans
from claims.rules.vocabulary import Kind, Label, Polarity, Relation, Role, SpeakerKind, StanceName

RULES = 17
"""One more whenever a rule of copies, propositions or verdicts changes, or a key: stores then weigh
all again."""


@dataclass(frozen=True)
class StatedClaim:
    """A claim as weighing needs it."""

    id: str
    article_id: str
    quote: str
    content: Spans
    speaker: str | None
    speaker_kind: SpeakerKind
    members: tuple[str, ...]
    mention: str
    principal: str | None
    affiliation: str | None
    declared_count: int | None
    chain: tuple[str, ...]
    """Intermediaries, the one nearest the speaker first."""
    kind: Kind
    stance: StanceName
    polarity: Polarity
    hedged: bool
    nested: bool
    owner: str | None = None
    """Who owns the outlet that speaks or passed the words on, where that is somebody else."""
    reviewed: str = ""
    """What people decided on it and when, in words; "" where the machine's values stand."""
    named: str | None = None
    """The speaker as the article itself gives it, before names are joined."""
    overruled: bool = False
    """True for a claim as the machine had it, where a person's decision took its place: it counts for
    nothing, and shows which verdicts rest on that decision."""


@dataclass(frozen=True)
class StatedArticle:
    """An article with its claims, in text order."""

    id: str
    doc: str
    text: str
    outlet: str | None
    wire: str | None
    credits: tuple[str, ...]
    byline: tuple[str, ...]
    published: str | None
    claims: tuple[StatedClaim, ...]
    dateline: str | None = None
    """The place of the dateline."""
    overruled: tuple[StatedClaim, ...] = ()
    """Claims as the machine had them, where people marked them wrong or gave them another content."""
    reviewed: str = ""
    """What people put right on the article, and when; "" where they put nothing right."""


@dataclass(frozen=True)
class CopyLink:
    """An article that is the same text as an earlier one."""

    article_id: str
    of: str
    share: float
    """Share of the smaller article's words outside quotation marks that the two have in common."""
    evidence: str
    """The longest passage that they have in common."""
    credit: str = ""
    """What both declare in common: an agency, a writer, the place of the dateline."""


@dataclass(frozen=True)
class CopyPair:
    """Two articles of one text, by id, the smaller id first, whichever is the earlier."""

    a: str
    b: str
    share: float
    passage: str
    credit: str
    """What both declare in common, "" where they declare nothing."""


@dataclass(frozen=True)
class ClaimPair:
    """Two claims that say the same or contradict each other, by id, the smaller id first."""

    a: str
    b: str
    relation: Literal["same", "conflict"]
    closeness: float
    reason: str = ""


@dataclass(frozen=True)
class Origin:
    """The deepest named node of a chain; key is equal for what is surely one origin."""

    key: str
    name: str | None
    """None for an unnamed origin."""
    description: str
    count: int = 1
    """More than 1 for a declared number of unnamed people."""


@dataclass(frozen=True)
class OriginPair:
    """How two origins of one proposition stand to each other, and why."""

    a: str
    b: str
    relation: Relation
    reason: str
    evidence: str = ""


@dataclass(frozen=True)
class Member:
    """A claim's place in its proposition."""

    claim_id: str
    role: Role
    origin: str | None
    """Key of the origin, None where the claim names none."""
    copy_of: str | None
    """The doc of the article that the claim's article copies."""
    reason: str
    confirmed: bool = True


@dataclass(frozen=True)
class Verdict:
    """A proposition with its interval of independent origins and the reasons."""

    id: str
    label: Label
    named: bool
    contested: bool
    conflicts_with: tuple[str, ...]
    origins_min: int
    origins_max: int
    channels_min: int
    channels_max: int
    members: tuple[Member, ...]
    origins: tuple[Origin, ...]
    pairs: tuple[OriginPair, ...]
    reasons: tuple[str, ...]
    """What it rests on, decisions of people last."""
    decided: tuple[str, ...] = ()
    """Those of the reasons that are decisions of people: which, by whom and when."""


@dataclass(frozen=True)
class Conflict:
    """Two propositions that cannot both hold, and why."""

    a: str
    b: str
    reason: str


@dataclass(frozen=True)
class Weighing:
    """All that weighing found over a set of articles."""

    copies: tuple[CopyLink, ...]
    verdicts: tuple[Verdict, ...]
    conflicts: tuple[Conflict, ...]
