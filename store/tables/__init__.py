"""The tables, as SQLModel classes; no reading, no writing, nothing that one database alone can do.

What a machine found and what a person decided stand side by side: no foreign key leads from a
Decision into results.
"""

from store.tables.claims import (
    ARTICLE_ORDER,
    FACETS,
    LISTING,
    TEXT_ORDER,
    ArticleRow,
    ChainLinkRow,
    ClaimRow,
    MetaRow,
    OutletRow,
    RunRow,
)
from store.tables.columns import json_column, now, text_column
from store.tables.corroboration import (
    PROPOSITION_ORDER,
    ConflictRow,
    CopyRow,
    OriginLinkRow,
    PropositionClaimRow,
    PropositionRow,
)
from store.tables.decisions import ArticleReviewRow, DecisionRow, ReviewRow
from store.tables.forgotten import SecretRow, TombstoneRow, WrittenFileRow
from store.tables.speakers import (
    RoleRow,
    SpeakerKeyRow,
    SpeakerNameRow,
    SpeakerPairRow,
    SpeakerRow,
    SpeakerSplitRow,
)
from store.tables.watching import ReadMarkRow, VisitRow, WatchRow

__all__ = [
    "ARTICLE_ORDER",
    "FACETS",
    "LISTING",
    "PROPOSITION_ORDER",
    "TEXT_ORDER",
    "ArticleReviewRow",
    "ArticleRow",
    "ChainLinkRow",
    "ClaimRow",
    "ConflictRow",
    "CopyRow",
    "DecisionRow",
    "MetaRow",
    "OriginLinkRow",
    "OutletRow",
    "PropositionClaimRow",
    "PropositionRow",
    "ReadMarkRow",
    "ReviewRow",
    "RoleRow",
    "RunRow",
    "SecretRow",
    "SpeakerKeyRow",
    "SpeakerNameRow",
    "SpeakerPairRow",
    "SpeakerRow",
    "SpeakerSplitRow",
    "TombstoneRow",
    "VisitRow",
    "WatchRow",
    "WrittenFileRow",
    "json_column",
    "now",
    "text_column",
]
