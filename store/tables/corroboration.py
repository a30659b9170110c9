"""What weighing leaves to be shown: copies, propositions, conflicts, pairs of origins."""

from __future__ import annotations

from typing import Any

from sqlmodel import Field

from store.tables.columns import TableRow, index, json_column, text_column


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
    rank: int
    """Its place among the labels in lists, the weakest first."""
    first_published: str
    """The sort key of its earliest claim's article."""


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
    PropositionRow.first_published,
    PropositionRow.id,
)
