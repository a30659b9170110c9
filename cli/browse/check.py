"""The Check tab: propositions, single unnamed sources first, and the reasons at the side."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from cli.browse.columns import VERDICT, verdict_cells
from cli.browse.keys import bindings
from cli.browse.library import Library, ListSource, by_urgency
from cli.browse.rows import Rows
from cli.views.evidence import evidence_tree
from store.records import Filters


class Why(VerticalScroll, can_focus=True):
    """The reasons, scrolled by the same keys as everything else."""

    BINDINGS = bindings("side")
    PLACE = "side"


class Check(Horizontal):
    """Propositions on the left, claims, origins and reasons of one on the right."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library

    def compose(self) -> ComposeResult:
        """The list and the side pane."""
        yield Rows(VERDICT, verdict_cells, id="verdict-rows", empty="No proposition yet.")
        with Why(id="why"):
            yield Static(id="reasons")

    def show(self, filters: Filters) -> None:
        """Lists the propositions of the claims that pass the filters."""
        self.query_one("#reasons", Static).update("")
        self.query_one(Rows).show(ListSource(lambda: by_urgency(self._library.verdicts(filters))))

    @on(Rows.Moved, "#verdict-rows")
    def _show_reasons(self, event: Rows.Moved) -> None:
        event.stop()
        self.query_one("#reasons", Static).update("" if event.item is None else evidence_tree(event.item))
        self.query_one("#why", VerticalScroll).scroll_home(animate=False)
