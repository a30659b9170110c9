"""What of the record a draft is compared with, and by which words that is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.records.claims import ClaimRecord

if TYPE_CHECKING:
    from claims.corroborate.model import StatedArticle


@dataclass(frozen=True)
class Asked:
    """Words by which claims are looked up, all of them together."""

    phrases: tuple[str, ...]
    """Runs of words of a claim's content."""
    name: str = ""
    """A word of the speaker's name or alias."""
    counts: float = 1.0
    """How much a claim that is found so speaks for its article."""


@dataclass(frozen=True)
class RecordedText:
    """An article with its claims but those that were judged wrong."""

    stated: StatedArticle
    title: str | None
    claims: tuple[ClaimRecord, ...]
    """In the order of those of the stated article."""
    counted: frozenset[str]
    """Ids of those that filters leave in the record."""
