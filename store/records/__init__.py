"""What the store hands out: plain frozen dataclasses, ready to show or to weigh.

No SQL and no table rows here; the words are those of claims.model.
"""

from store.records.claims import (
    NO_FILTER,
    SORT_KEYS,
    ArticleRecord,
    ClaimRecord,
    Filters,
    LinkRecord,
    SaveResult,
)
from store.records.decisions import (
    ArticleLine,
    Coverage,
    DecisionRecord,
    Move,
    QualityCount,
    RunRecord,
    Verified,
)
from store.records.speakers import FormRecord, ProposalRecord, RoleRecord, SpeakerRecord
from store.records.verdicts import (
    ConflictRecord,
    CopyRecord,
    PairRecord,
    VerdictClaim,
    VerdictRecord,
)

__all__ = [
    "NO_FILTER",
    "SORT_KEYS",
    "ArticleLine",
    "ArticleRecord",
    "ClaimRecord",
    "ConflictRecord",
    "CopyRecord",
    "Coverage",
    "DecisionRecord",
    "Filters",
    "FormRecord",
    "LinkRecord",
    "Move",
    "PairRecord",
    "ProposalRecord",
    "QualityCount",
    "RoleRecord",
    "RunRecord",
    "SaveResult",
    "SpeakerRecord",
    "VerdictClaim",
    "VerdictRecord",
    "Verified",
]
