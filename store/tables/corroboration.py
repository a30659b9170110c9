"""What weighing leaves to be shown: copies, propositions, conflicts, pairs of origins."""

from __future__ import annotations

from typing import Any

from sqlmodel import Field

from store.tables.declare import TableRow, index, json_column, text_column


class CopyRow(TableRow, table=True):
    """An article that is the same text as an earlier one; of is that one's id."""

    article_id: str = Field(primary_key=True, foreign_key="article.id")
    of: str = Field(primary_key=True, index=True)
    share: float
    evidence: str = text_column()
    credit: str = text_column()


class PropositionRow(TableRow, table=True):
    """What a source is reported to hold, with its interval of independent origins."""

    id: str = Field(primary_key=True)
    label: str = Field(index=True)
    named: bool
    contested: bool
    origins_min: int
    origins_max: int
    channels_min: int
    channels_max: int
    conflicts_with: list[str] = json_column()
    origins: list[dict[str, Any]] = json_column()
    reasons: list[str] = json_column()
    decided: list[str] = json_column()
    """Those of the reasons that are decisions of people."""
    rank: int
    """Its place among the labels in lists, the weakest first."""
    first_published: str
    """The sort key of its earliest claim's article."""
    spread: int = 0
    """Minus the number of outlets that carry it, so that lists with the most first are walked one
    way."""


class PropositionClaimRow(TableRow, table=True):
    """A claim's place in a proposition."""

    proposition_id: str = Field(primary_key=True, foreign_key="proposition.id")
    claim_id: str = Field(primary_key=True, foreign_key="claim.id", index=True)
    position: int
    role: str
    origin: str | None = text_column(nullable=True)
    copy_of: str | None = None
    reason: str = text_column()
    confirmed: bool = True


class ConflictRow(TableRow, table=True):
    """Two propositions that cannot both hold."""

    id: int | None = Field(default=None, primary_key=True)
    a: str = Field(index=True)
    b: str = Field(index=True)
    reason: str = text_column()


class OriginLinkRow(TableRow, table=True):
    """How two origins of one proposition stand to each other."""

    id: int | None = Field(default=None, primary_key=True)
    proposition_id: str = Field(foreign_key="proposition.id", index=True)
    a: str = text_column()
    b: str = text_column()
    relation: str
    reason: str = text_column()
    evidence: str = text_column()


PROPOSITION_ORDER = index(
    "ix_proposition_order",
    PropositionRow.rank,
    PropositionRow.spread,
    PropositionRow.first_published,
    PropositionRow.id,
)
"""The weakest first, then what most outlets carry."""
PROPOSITION_ATTENTION = index(
    "ix_proposition_attention",
    PropositionRow.spread,
    PropositionRow.rank,
    PropositionRow.first_published,
    PropositionRow.id,
)
"""What most outlets carry first, then the weakest."""
