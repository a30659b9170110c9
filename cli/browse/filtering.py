"""The filter in force: typed, ticked among the facets, or cleared; what a tab shows of it is
tab_lists.py's."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.timer import Timer

from claims.errors import OnrecordError
from cli.browse.desk import Desk
from cli.browse.facets import Facet, toggled
from cli.browse.filter_line import FilterLine
from cli.jobs.speakers import unknown_names
from cli.query import check_words, parse_query, parse_unfinished
from cli.sanitise import one_line
from store.records import Filters

if TYPE_CHECKING:
    from store.store import Store

TYPING_PAUSE_SECONDS = 0.15
"""Without a key, before what is typed is looked up."""


class FilterInForce:
    """Takes filter words in from wherever a person gives them; calls `changed` when they are in
    force."""

    def __init__(self, desk: Desk, store: Store, changed: Callable[[], None]) -> None:
        self._desk, self._store, self._changed = desk, store, changed
        self._lookup: Timer | None = None
        self.filters = Filters()

    def apply(self, query: str, *, typing: bool = False) -> bool:
        """Puts a query in force; False where it cannot be read, which is said unless it is still
        being typed."""
        try:
            filters = parse_unfinished(query) if typing else parse_query(query)
            if not typing:
                check_words(filters)
        except OnrecordError as error:
            if not typing:
                self._desk.complain(str(error))
            return False
        self.filters = filters
        self._changed()
        return True

    def follow(self, typed: str) -> None:
        """Applies what is typed as soon as the person pauses."""
        self._stop_lookup()
        if isinstance(self._desk.app.focused, FilterLine):
            self._lookup = self._desk.app.set_timer(
                TYPING_PAUSE_SECONDS,
                lambda: self.apply(typed, typing=True) if self._desk.is_open else None,
            )

    def submit(self, query: str) -> bool:
        """Applies a finished query, which escape then comes back to; False where it cannot be
        read."""
        self._stop_lookup()
        if not self.apply(query):
            return False
        self._desk.filter_line.applied = query
        self._desk.app.run_worker(self._say_unknown, thread=True, group="names", exclusive=True)
        return True

    def _say_unknown(self) -> None:
        """Says which speaker or outlet of the filter there is none of, and who may be meant."""
        with suppress(OnrecordError):
            for line in unknown_names(self._store, self.filters):
                self._desk.app.call_later(self._desk.complain, line)

    def toggle(self, facet: Facet) -> None:
        """Puts a value into the query, or takes it out."""
        if facet.value:
            self._put_in_line(toggled(self._desk.filter_line.applied, facet.token))

    def clear(self) -> None:
        """Puts nothing in force any more, and says what it was."""
        query = self._desk.filter_line.applied
        if query:
            notice = one_line(f"The filter is cleared; it was: {query}")
            self._desk.app.notify(notice, timeout=4, markup=False)
            self._put_in_line("")

    def _put_in_line(self, query: str) -> None:
        line = self._desk.filter_line
        line.value = line.applied = query
        self.apply(query)

    def _stop_lookup(self) -> None:
        if self._lookup:
            self._lookup.stop()
