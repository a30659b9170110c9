"""What the store hands out: plain frozen dataclasses, ready to show or to weigh.

No SQL and no table rows here; the words are those of claims.model.
"""

from store.records.audit import AuditFigure
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
    ArticleCustody,
    ArticleLine,
    Coverage,
    DecisionRecord,
    Move,
    QualityCount,
    RunRecord,
    StoreCustody,
    Verified,
)
from store.records.forgetting import (
    FORGETTABLE,
    Forgettable,
    ForgettableKind,
    ForgettingRecord,
)
from store.records.lists import DayCount, OutletLine
from store.records.recorded import Asked, RecordedText, RecordedWords
from store.records.speakers import FormRecord, ProposalRecord, RoleRecord, SpeakerRecord
from store.records.verdicts import (
    ArticleVerdicts,
    ConflictRecord,
    CopyRecord,
    OtherVerdict,
    PairRecord,
    VerdictClaim,
    VerdictRecord,
)
from store.records.watching import ReadMark, VisitRecord, WatchRecord

__all__ = [
    "FORGETTABLE",
    "NO_FILTER",
    "SORT_KEYS",
    "ArticleCustody",
    "ArticleLine",
    "ArticleRecord",
    "ArticleVerdicts",
    "Asked",
    "AuditFigure",
    "ClaimRecord",
    "ConflictRecord",
    "CopyRecord",
    "Coverage",
    "DayCount",
    "DecisionRecord",
    "Filters",
    "Forgettable",
    "ForgettableKind",
    "ForgettingRecord",
    "FormRecord",
    "LinkRecord",
    "Move",
    "OtherVerdict",
    "OutletLine",
    "PairRecord",
    "ProposalRecord",
    "QualityCount",
    "ReadMark",
    "RecordedText",
    "RecordedWords",
    "RoleRecord",
    "RunRecord",
    "SaveResult",
    "SpeakerRecord",
    "StoreCustody",
    "VerdictClaim",
    "VerdictRecord",
    "Verified",
    "VisitRecord",
    "WatchRecord",
]
