"""Every table as its class declares it, with keys, indexes and what refers to what; statements take the plain
tables of plain.py."""

from __future__ import annotations

from sqlalchemy import MetaData
from sqlmodel import SQLModel

from store.tables.claims import ArticleRow, ChainLinkRow, ClaimRow, MetaRow, OutletRow, RunRow
from store.tables.corroboration import (
    ConflictRow,
    CopyRow,
    OriginLinkRow,
    PropositionClaimRow,
    PropositionRow,
)
from store.tables.counts import (
    ArticleCountRow,
    FacetCountRow,
    JointMemberRow,
    SpeakerCountRow,
    SpeakerOutletRow,
)
from store.tables.decisions import ArticleReviewRow, DecisionRow, ReviewRow
from store.tables.forgotten import SecretRow, TombstoneRow, WrittenFileRow
from store.tables.queue import (
    ArticleKeyRow,
    ArticlePairRow,
    ClaimKeyRow,
    ClaimLinkRow,
    IndexedArticleRow,
    IndexedClaimRow,
    PendingArticleRow,
)
from store.tables.speakers import (
    RoleRow,
    SpeakerKeyRow,
    SpeakerNameRow,
    SpeakerPairRow,
    SpeakerRow,
    SpeakerSplitRow,
    SpeakerWordRow,
)
from store.tables.watching import ReadMarkRow, VisitRow, WatchRow

ROWS: list[type[SQLModel]] = [
    ArticleCountRow,
    ArticleKeyRow,
    ArticlePairRow,
    ArticleReviewRow,
    ArticleRow,
    ChainLinkRow,
    ClaimKeyRow,
    ClaimLinkRow,
    ClaimRow,
    ConflictRow,
    CopyRow,
    DecisionRow,
    FacetCountRow,
    IndexedArticleRow,
    IndexedClaimRow,
    JointMemberRow,
    MetaRow,
    OriginLinkRow,
    OutletRow,
    PendingArticleRow,
    PropositionClaimRow,
    PropositionRow,
    ReadMarkRow,
    ReviewRow,
    RoleRow,
    RunRow,
    SecretRow,
    SpeakerCountRow,
    SpeakerKeyRow,
    SpeakerNameRow,
    SpeakerOutletRow,
    SpeakerPairRow,
    SpeakerRow,
    SpeakerSplitRow,
    SpeakerWordRow,
    TombstoneRow,
    VisitRow,
    WatchRow,
    WrittenFileRow,
]
METADATA: MetaData = SQLModel.metadata
