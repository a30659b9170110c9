"""The tables, as SQLModel classes; no reading, no writing, nothing that one database alone can do.

What a machine found and what a person decided stand side by side: no foreign key leads from a
Decision into results.
"""

from store.tables.claims import (
    ARTICLE_ORDER,
    FACETS,
    LISTING,
    TEXT_ORDER,
    Article,
    ChainLink,
    Claim,
    Meta,
    Outlet,
    Run,
)
from store.tables.columns import json_column, now, text_column
from store.tables.corroboration import (
    PROPOSITION_ORDER,
    Conflict,
    Copy,
    OriginLink,
    Proposition,
    PropositionClaim,
)
from store.tables.decisions import ArticleReview, Decision, Review
from store.tables.speakers import Parted, Role, Speaker, SpeakerKey, SpeakerName, SpeakerPair

__all__ = [
    "ARTICLE_ORDER",
    "FACETS",
    "LISTING",
    "PROPOSITION_ORDER",
    "TEXT_ORDER",
    "Article",
    "ArticleReview",
    "ChainLink",
    "Claim",
    "Conflict",
    "Copy",
    "Decision",
    "Meta",
    "OriginLink",
    "Outlet",
    "Parted",
    "Proposition",
    "PropositionClaim",
    "Review",
    "Role",
    "Run",
    "Speaker",
    "SpeakerKey",
    "SpeakerName",
    "SpeakerPair",
    "json_column",
    "now",
    "text_column",
]
