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
        ClaimBlockRow,
        ClaimValueRow,
        DayCountRow,
        FacetCountRow,
        JointMemberRow,
        SpeakerCountRow,
        SpeakerOutletRow,
        ValueCodeRow,
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

__all__ = [
    "ArticleCountRow",
    "ArticleKeyRow",
    "ArticlePairRow",
    "ArticleReviewRow",
    "ArticleRow",
    "ChainLinkRow",
    "ClaimBlockRow",
    "ClaimKeyRow",
    "ClaimLinkRow",
    "ClaimRow",
    "ClaimValueRow",
    "ConflictRow",
    "CopyRow",
    "DayCountRow",
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
    "ValueCodeRow",
    "VisitRow",
    "WatchRow",
    "WrittenFileRow",
    "now",
]

if not TYPE_CHECKING:
    from store.tables.plain import plain_row

    globals().update({name: plain_row(name) for name in __all__ if name != "now"})
