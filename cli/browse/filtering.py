"""The filter in force: typed, ticked among the facets, or cleared; what a tab shows of it is
app.py's."""

from __future__ import annotations

from textual import on
from textual.timer import Timer

from claims.errors import OnrecordError
from cli.browse.counting import Counting
from cli.browse.facets import Facet, toggled
from cli.browse.filter_line import FilterLine
from cli.browse.rows import Rows
from cli.query import parse_query, parse_unfinished
from cli.sanitise import one_line

PAUSE = 0.15
"""Seconds without a key before what is typed is looked up."""


class Filtering(Counting):
    """Takes filter words in from wherever a person gives them."""

    def __init__(self) -> None:
        super().__init__()
        self._soon: Timer | None = None

    def fill(self, tab: str) -> None:
        """Called when a tab is to show the filter in force."""

    def _apply(self, query: str, *, typing: bool = False) -> bool:
        try:
            filters = parse_unfinished(query) if typing else parse_query(query)
        except OnrecordError as error:
            if not typing:
                self.complain(str(error))
            return False
        self._in_force = filters
        self.fill(self._tabs.active)
        self._count()
        return True

    @on(FilterLine.Changed, "#filter")
    def _follow(self, event: FilterLine.Changed) -> None:
        if self._soon:
            self._soon.stop()
        if isinstance(self.focused, FilterLine):
            self._soon = self.set_timer(
                PAUSE, lambda: self._apply(event.value, typing=True) if self.is_open else None
            )

    @on(FilterLine.Submitted, "#filter")
    def _filter(self, event: FilterLine.Submitted) -> None:
        if self._soon:
            self._soon.stop()
        if self._apply(event.value):
            self.query_one(FilterLine).applied = event.value
            self._enter("claims" if self._tabs.active == "article" else self._tabs.active)

    @on(Rows.Chosen, "#facets")
    def _toggle(self, event: Rows.Chosen) -> None:
        event.stop()
        facet = event.item
        line = self.query_one(FilterLine)
        if isinstance(facet, Facet) and facet.value:
            line.value = line.applied = toggled(line.applied, facet.token)
            self._apply(line.value)

    def action_step_back(self) -> None:
        """One step back; where there is none, the filter is cleared."""
        line = self.screen_stack[0].query_one(FilterLine)
        if self.action_retreat() or not line.applied:
            return
        self.notify(
            one_line(f"The filter is cleared; it was: {line.applied}"), timeout=4, markup=False
        )
        line.value = line.applied = ""
        self._apply("")
