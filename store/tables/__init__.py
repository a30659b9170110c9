"""The tables; no reading, no writing, nothing that one database alone can do.

SQLModel classes declare them, and type checkers see these. A statement is made over plain tables of the same
names and columns, for to load SQLModel and set its classes up takes longer than most commands.

What a machine found and what a person decided stand side by side: no foreign key leads from a
Decision into results.
"""

from typing import TYPE_CHECKING

from store.tables.columns import now

if TYPE_CHECKING:
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
else:
    from store.tables.plain import plain_row

    ArticleCountRow = plain_row("ArticleCountRow")
    ArticleKeyRow = plain_row("ArticleKeyRow")
    ArticlePairRow = plain_row("ArticlePairRow")
    ArticleReviewRow = plain_row("ArticleReviewRow")
    ArticleRow = plain_row("ArticleRow")
    ChainLinkRow = plain_row("ChainLinkRow")
    ClaimKeyRow = plain_row("ClaimKeyRow")
    ClaimLinkRow = plain_row("ClaimLinkRow")
    ClaimRow = plain_row("ClaimRow")
    ConflictRow = plain_row("ConflictRow")
    CopyRow = plain_row("CopyRow")
    DecisionRow = plain_row("DecisionRow")
    FacetCountRow = plain_row("FacetCountRow")
    IndexedArticleRow = plain_row("IndexedArticleRow")
    IndexedClaimRow = plain_row("IndexedClaimRow")
    JointMemberRow = plain_row("JointMemberRow")
    MetaRow = plain_row("MetaRow")
    OriginLinkRow = plain_row("OriginLinkRow")
    OutletRow = plain_row("OutletRow")
    PendingArticleRow = plain_row("PendingArticleRow")
    PropositionClaimRow = plain_row("PropositionClaimRow")
    PropositionRow = plain_row("PropositionRow")
    ReadMarkRow = plain_row("ReadMarkRow")
    ReviewRow = plain_row("ReviewRow")
    RoleRow = plain_row("RoleRow")
    RunRow = plain_row("RunRow")
    SecretRow = plain_row("SecretRow")
    SpeakerCountRow = plain_row("SpeakerCountRow")
    SpeakerKeyRow = plain_row("SpeakerKeyRow")
    SpeakerNameRow = plain_row("SpeakerNameRow")
    SpeakerOutletRow = plain_row("SpeakerOutletRow")
    SpeakerPairRow = plain_row("SpeakerPairRow")
    SpeakerRow = plain_row("SpeakerRow")
    SpeakerSplitRow = plain_row("SpeakerSplitRow")
    SpeakerWordRow = plain_row("SpeakerWordRow")
    TombstoneRow = plain_row("TombstoneRow")
    VisitRow = plain_row("VisitRow")
    WatchRow = plain_row("WatchRow")
    WrittenFileRow = plain_row("WrittenFileRow")

__all__ = [
    "ArticleCountRow",
    "ArticleKeyRow",
    "ArticlePairRow",
    "ArticleReviewRow",
    "ArticleRow",
    "ChainLinkRow",
    "ClaimKeyRow",
    "ClaimLinkRow",
    "ClaimRow",
    "ConflictRow",
    "CopyRow",
    "DecisionRow",
    "FacetCountRow",
    "IndexedArticleRow",
    "IndexedClaimRow",
    "JointMemberRow",
    "MetaRow",
    "OriginLinkRow",
    "OutletRow",
    "PendingArticleRow",
    "PropositionClaimRow",
    "PropositionRow",
    "ReadMarkRow",
    "ReviewRow",
    "RoleRow",
    "RunRow",
    "SecretRow",
    "SpeakerCountRow",
    "SpeakerKeyRow",
    "SpeakerNameRow",
    "SpeakerOutletRow",
    "SpeakerPairRow",
    "SpeakerRow",
    "SpeakerSplitRow",
    "SpeakerWordRow",
    "TombstoneRow",
    "VisitRow",
    "WatchRow",
    "WrittenFileRow",
    "now",
]
