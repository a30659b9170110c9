"""What workers count beside the lists: how far review has come, facets; and verdicts brought up to
date."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from textual import work
from textual.widgets import Static

from claims.errors import OnrecordError
from cli.browse.facets import Facets, FacetSource
from cli.browse.navigation import Going
from cli.sanitise import text
from cli.views.review import coverage_line
from store.records import Filters


class Counting(Going):
    """Counts that follow the filter in force and every judgement."""

    weigh: Callable[[], object] | None

    def __init__(self) -> None:
        super().__init__()
        self._in_force = Filters()
        self._last = ""
        self._weighing = False

    def weighed(self) -> None:
        """Called when verdicts are up to date."""

    @work(thread=True, group="count", exclusive=True)
    def _count(self) -> None:
        filters = self._in_force
        with suppress(OnrecordError):
            line = coverage_line(self._store.claims.coverage(filters))
            if filters is self._in_force:
                # Not call_from_thread: the browser may be closing, and would never answer.
                self.call_later(self._say_coverage, line)
        self.call_later(self._count_facets)

    def _say_coverage(self, line: str) -> None:
        stale = " · weighing …" if self._weighing else ""
        last = f" · {self._last}" if self._last else ""
        if not self.is_open:
            return
        for static in self.screen_stack[0].query("#coverage").results(Static):
            static.update(text(f"{line}{stale}{last}"[:2000]))

    def _count_facets(self) -> None:
        if not self.is_open:
            return
        for panel in self.screen_stack[0].query(Facets):
            if panel.display:
                panel.show(FacetSource(self._store, self._in_force), keep=True)

    @work(thread=True, group="weigh")
    def _weigh_if_stale(self) -> None:
        """Brings the verdicts up to date behind the first screen."""
        if self.weigh is None or self._weighing:
            return
        try:
            if self._store.corroboration.is_stale():
                self._weighing = True
                self.weigh()
                self._weighing = False
                self.call_later(self.weighed)
        except OnrecordError as error:
            self._weighing = False
            self.call_later(self.complain, str(error))
