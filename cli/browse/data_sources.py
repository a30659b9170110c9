"""Lists over a store as keys and pages; no widget and no SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Protocol

from cli.query import for_people
from store.records import (
    ArticleLine,
    ClaimRecord,
    Filters,
    SpeakerRecord,
    VerdictRecord,
)

if TYPE_CHECKING:
    from store.store import Store

FIRST_ROWS = 100
"""Of a list: they come before the rest."""


class Source(Protocol):
    """A list: its keys in order, in parts, and the rows of some keys; both are called from worker
    threads."""

    def order(self) -> Iterable[Sequence[Any]]:
        """The keys, a first screenful first."""

    def page(self, keys: Sequence[Any]) -> Sequence[Any]:
        """The rows of these keys."""


def in_parts(
    source: Source, page_rows: int, is_wanted: Callable[[], bool]
) -> Iterator[tuple[Sequence[Any], Sequence[Any] | None, bool]]:
    """Keys as they come, the rows of the first page with the first of them, and whether these were
    all; ends early where nobody wants them any more."""
    first = True
    for keys in source.order():
        if not is_wanted():
            return
        yield keys, source.page(keys[:page_rows]) if first else None, False
        first = False
    yield (), () if first else None, True


class ClaimSource:
    """Claims straight from the store."""

    def __init__(self, store: Store, filters: Filters) -> None:
        self._store, self._filters = store, filters

    def order(self) -> Iterable[Sequence[int]]:
        """The claims' numbers."""
        return self._store.claims.numbers(for_people(self._filters), FIRST_ROWS)

    def page(self, keys: Sequence[int]) -> Sequence[ClaimRecord]:
        """The claims of the numbers."""
        return self._store.claims.by_number(list(keys))


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
    """Propositions, what needs eyes first; what claims nothing is left out unless it is asked for."""

    def __init__(self, store: Store, filters: Filters) -> None:
        self._store, self._filters = store, for_people(filters)

    def order(self) -> Iterable[Sequence[str]]:
        """Their ids."""
        return self._store.propositions.ids(self._filters, FIRST_ROWS)

    def page(self, keys: Sequence[str]) -> Sequence[VerdictRecord]:
        """The propositions of the ids."""
        return self._store.propositions.by_id(list(keys))


class ArticleSource:
    """Articles with copies folded; those under an unfolded one follow it."""

    def __init__(self, store: Store, filters: Filters, unfolded: set[str]) -> None:
        self._store, self._filters, self._unfolded = store, filters, unfolded

    def order(self) -> Iterable[Sequence[str]]:
        """Ids of articles and of the copies that are shown."""
        ids, folded = self._store.articles.ids(self._filters)
        shown: list[str] = []
        for id in ids:
            shown.append(id)
            if id in self._unfolded:
                shown += folded.get(id, ())
        yield shown

    def page(self, keys: Sequence[str]) -> Sequence[ArticleLine]:
        """The articles of the ids."""
        return self._store.articles.lines(list(keys))


def speaker_source(store: Store, speaker: SpeakerRecord, filters: Filters) -> Source:
    """Exactly this speaker's claims; the filter by name alone would bring namesakes too."""
    return ClaimSource(store, replace(filters, speaker_id=speaker.id))
