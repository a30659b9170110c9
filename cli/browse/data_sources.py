"""What the browser needs of a store, as a Protocol, and lists over it as keys and pages; no widget
and no SQL."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Protocol

from store.records import (
    ArticleLine,
    ArticleRecord,
    ClaimRecord,
    Coverage,
    DecisionRecord,
    Filters,
    Move,
    SpeakerRecord,
    VerdictRecord,
)

FIRST = 100
"""Rows that come before the rest of a list."""


class Library(Protocol):
    """The part of a store that the browser uses; called from worker threads."""

    def claim_numbers(self, filters: Filters, first: int = 100) -> Iterator[array[int]]:
        """The order of the claims that pass."""

    def claims_numbered(self, numbers: Sequence[int]) -> list[ClaimRecord]:
        """The claims of these numbers."""

    def claim(self, prefix: str) -> ClaimRecord:
        """A claim by its id."""

    def coverage(self, filters: Filters) -> Coverage:
        """How far review has come."""

    def facet(self, filters: Filters, word: str, limit: int = 12) -> list[tuple[str, int]]:
        """The commonest values of a filter word."""

    def speakers(self, filters: Filters, limit: int | None = None) -> Iterable[SpeakerRecord]:
        """The speakers of the claims that pass the filters."""

    def match_speakers(self, words: str) -> list[SpeakerRecord]:
        """Speakers by whole words of their names."""

    def article(self, id_or_doc: str) -> ArticleRecord:
        """The article of an id."""

    def claims_of_article(self, id: str) -> Sequence[ClaimRecord]:
        """The article's claims in the order of the text."""

    def proposition_ids(self, filters: Filters) -> list[str]:
        """Propositions by how much rests on how little."""

    def verdicts_numbered(self, ids: Sequence[str]) -> list[VerdictRecord]:
        """The propositions of these ids."""

    def article_ids(self, filters: Filters) -> tuple[list[str], dict[str, list[str]]]:
        """Articles without copies, and the copies under each."""

    def article_lines(self, ids: Sequence[str]) -> list[ArticleLine]:
        """The articles of these ids."""

    def read_wholly(self, article_id: str) -> str | None:
        """Who read an article wholly."""

    def decide(self, *, who: str, moves: Sequence[Move], note: str = "") -> None:
        """Writes judgements that belong together."""

    def add_claim(self, found: dict[str, object], *, who: str, note: str = "") -> str:
        """Enters a claim that the machine missed."""

    def undo(self, who: str) -> list[DecisionRecord]:
        """Takes back the latest act."""

    def redo(self, who: str) -> list[DecisionRecord]:
        """Brings back what was taken back last."""

    def history(self, subjects: Sequence[str]) -> list[tuple[DecisionRecord, bool]]:
        """Judgements on subjects."""

    def latest_decisions(self, limit: int) -> list[DecisionRecord]:
        """The last judgements that stand."""

    def weighing_stale(self) -> bool:
        """Whether verdicts are older than what they rest on."""


class Source(Protocol):
    """A list: its keys in order, in parts, and the rows of some keys; both are called from worker
    threads."""

    def order(self) -> Iterable[Sequence[Any]]:
        """The keys, a first screenful first."""

    def page(self, keys: Sequence[Any]) -> Sequence[Any]:
        """The rows of these keys."""


class ClaimSource:
    """Claims straight from the store."""

    def __init__(self, library: Library, filters: Filters) -> None:
        self._library, self._filters = library, filters

    def order(self) -> Iterable[Sequence[int]]:
        """The claims' numbers."""
        return self._library.claim_numbers(self._filters, FIRST)

    def page(self, keys: Sequence[int]) -> Sequence[ClaimRecord]:
        """The claims of the numbers."""
        return self._library.claims_numbered(list(keys))


class ListSource:
    """Rows that are loaded whole."""

    def __init__(self, load: Callable[[], Sequence[Any]]) -> None:
        self._load = load

    def order(self) -> Iterable[Sequence[Any]]:
        """The rows are their own keys."""
        yield self._load()

    def page(self, keys: Sequence[Any]) -> Sequence[Any]:
        """The rows."""
        return keys


class VerdictSource:
    """Propositions by how much rests on how little."""

    def __init__(self, library: Library, filters: Filters) -> None:
        self._library, self._filters = library, filters

    def order(self) -> Iterable[Sequence[str]]:
        """Their ids."""
        yield self._library.proposition_ids(self._filters)

    def page(self, keys: Sequence[str]) -> Sequence[VerdictRecord]:
        """The propositions of the ids."""
        return self._library.verdicts_numbered(list(keys))


class ArticleSource:
    """Articles with copies folded; those under an unfolded one follow it."""

    def __init__(self, library: Library, filters: Filters, unfolded: set[str]) -> None:
        self._library, self._filters, self._unfolded = library, filters, unfolded

    def order(self) -> Iterable[Sequence[str]]:
        """Ids of articles and of the copies that are shown."""
        ids, folded = self._library.article_ids(self._filters)
        shown: list[str] = []
        for id in ids:
            shown.append(id)
            if id in self._unfolded:
                shown += folded.get(id, ())
        yield shown

    def page(self, keys: Sequence[str]) -> Sequence[ArticleLine]:
        """The articles of the ids."""
        return self._library.article_lines(list(keys))


def speaker_source(library: Library, speaker: SpeakerRecord, filters: Filters) -> Source:
    """Exactly this speaker's claims; the filter by name alone would bring namesakes too."""
    return ClaimSource(library, replace(filters, speaker_id=speaker.id))
