"""What the browser needs of a store, as a Protocol, and pages of it; no widget and no SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from store.records import ArticleRecord, ClaimRecord, Filters, SpeakerRecord, VerdictRecord

LABELS = ("SINGLE", "POSSIBLY SINGLE", "UNSOURCED", "CORROBORATED")
"""The order in which the check shows them."""


class Library(Protocol):
    """The part of a store that the browser reads; called from worker threads."""

    def claims(self, filters: Filters, *, limit: int | None = None, offset: int = 0) -> Iterable[ClaimRecord]:
        """The claims that pass the filters."""

    def count_claims(self, filters: Filters) -> int:
        """How many claims pass the filters."""

    def speakers(self, filters: Filters, limit: int | None = None) -> Iterable[SpeakerRecord]:
        """The speakers of the claims that pass the filters."""

    def article(self, key: str) -> ArticleRecord:
        """The article of an id."""

    def claims_of_article(self, article_id: str) -> Sequence[ClaimRecord]:
        """The article's claims in the order of the text."""

    def verdicts(self, filters: Filters) -> Iterable[VerdictRecord]:
        """The propositions of the claims that pass the filters."""


class Source(Protocol):
    """Rows by page; both are called from worker threads."""

    def count(self) -> int:
        """How many rows there are."""

    def page(self, offset: int, limit: int) -> Sequence[Any]:
        """The rows from the offset on."""


class ClaimSource:
    """Claims by page, straight from the store."""

    def __init__(self, library: Library, filters: Filters) -> None:
        self._library, self._filters = library, filters

    def count(self) -> int:
        """How many claims pass the filters."""
        return self._library.count_claims(self._filters)

    def page(self, offset: int, limit: int) -> Sequence[ClaimRecord]:
        """The claims from the offset on."""
        return list(self._library.claims(self._filters, limit=limit, offset=offset))


class ListSource:
    """Rows that are loaded whole at the first count."""

    def __init__(self, load: Callable[[], Sequence[Any]]) -> None:
        self._load = load
        self._rows: Sequence[Any] = ()

    def count(self) -> int:
        """How many rows were loaded."""
        self._rows = self._load()
        return len(self._rows)

    def page(self, offset: int, limit: int) -> Sequence[Any]:
        """The rows from the offset on."""
        return self._rows[offset : offset + limit]


def speaker_claims(library: Library, speaker: SpeakerRecord, filters: Filters) -> list[ClaimRecord]:
    """Exactly this speaker's claims; the filter by name alone would bring namesakes too."""
    from dataclasses import replace

    named = replace(filters, speaker=(speaker.name,))
    return [claim for claim in library.claims(named) if claim.speaker_id == speaker.id]


def by_urgency(verdicts: Iterable[VerdictRecord]) -> list[VerdictRecord]:
    """Single unnamed sources first, then single named ones, then the rest by how few origins they have."""
    place = {label: i for i, label in enumerate(LABELS)}
    return sorted(verdicts, key=lambda v: (place.get(v.label, len(LABELS)), v.named, v.min, v.max))
