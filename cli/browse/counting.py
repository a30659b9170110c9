"""What workers count beside the lists: how far review has come, and facets."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from textual.widgets import Static

from claims.errors import OnrecordError
from cli.browse.desk import Desk
from cli.browse.facets import Facets, FacetSource
from cli.browse.filtering import FilterInForce
from cli.browse.weighing import Weigher
from cli.sanitise import text
from cli.views.review import coverage_line

if TYPE_CHECKING:
    from store.store import Store

MAX_LINE_CHARS = 2000


class Counters:
    """Counts that follow the filter in force and every decision."""

    def __init__(
        self, desk: Desk, store: Store, in_force: FilterInForce, weigher: Weigher
    ) -> None:  # fmt: skip
        self._desk, self._store, self._in_force, self._weigher = desk, store, in_force, weigher
        self.latest_decision = ""
        """What was decided last, as the line of coverage says it."""

    def count(self) -> None:
        """Counts anew; a count that still runs is dropped."""
        self._desk.app.run_worker(self._count, thread=True, group="count", exclusive=True)

    def _count(self) -> None:
        filters = self._in_force.filters
        with suppress(OnrecordError):
            line = coverage_line(self._store.claims.coverage(filters))
            if filters is self._in_force.filters:
                # Not call_from_thread: the browser may be closing, and would never answer.
                self._desk.app.call_later(self._show_coverage, line)
        self._desk.app.call_later(self.count_facets)

    def _show_coverage(self, line: str) -> None:
        if not self._desk.is_open:
            return
        stale = " · weighing …" if self._weigher.is_busy else ""
        latest = f" · {self.latest_decision}" if self.latest_decision else ""
        for static in self._desk.screen.query("#coverage").results(Static):
            static.update(text(f"{line}{stale}{latest}"[:MAX_LINE_CHARS]))

    def count_facets(self) -> None:
        """Counts the values of the filter words, where their panel is in sight."""
        if not self._desk.is_open:
            return
        for panel in self._desk.screen.query(Facets):
            if panel.display:
                panel.show(FacetSource(self._store, self._in_force.filters), keep=True)
