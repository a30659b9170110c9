"""Rows in, rows out: SQLModel and the databases. No spaCy, no terminal.

    from store import Filters, open_store

    with open_store("my.db") as store:
        for claim in store.claims.select(Filters(speaker=("Ferrand",))):
            print(claim.published, claim.speaker, claim.quote)

Names are looked up when they are asked for, so that `store.records` costs no database import.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from store.records import (
        NO_FILTER,
        ArticleLine,
        ArticleRecord,
        ArticleVerdicts,
        ClaimRecord,
        ConflictRecord,
        CopyRecord,
        Coverage,
        DayCount,
        DecisionRecord,
        Filters,
        FormRecord,
        LinkRecord,
        Move,
        OtherVerdict,
        OutletLine,
        PairRecord,
        ProposalRecord,
        QualityCount,
        RoleRecord,
        RunRecord,
        SaveResult,
        SpeakerRecord,
        VerdictClaim,
        VerdictRecord,
    )
    from store.store import Store, open_store

__all__ = [
    "NO_FILTER",
    "ArticleLine",
    "ArticleRecord",
    "ArticleVerdicts",
    "ClaimRecord",
    "ConflictRecord",
    "CopyRecord",
    "Coverage",
    "DayCount",
    "DecisionRecord",
    "Filters",
    "FormRecord",
    "LinkRecord",
    "Move",
    "OtherVerdict",
    "OutletLine",
    "PairRecord",
    "ProposalRecord",
    "QualityCount",
    "RoleRecord",
    "RunRecord",
    "SaveResult",
    "SpeakerRecord",
    "Store",
    "VerdictClaim",
    "VerdictRecord",
    "Verified",
    "open_store",
]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name in ("Store", "open_store"):
        from store import store as home

        return getattr(home, name)
    from store import records

    return getattr(records, name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
