"""The Single source tab: propositions by how much rests on how little, the evidence and the claims
of one beside."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from cli.browse.claim_rows import ClaimRows
from cli.browse.columns import CLAIM, VERDICT, member_cells, verdict_cells
from cli.browse.data_sources import ListSource, VerdictSource
from cli.browse.reading_tab import Side
from cli.browse.rows import Rows
from cli.views.evidence import evidence_tree
from cli.views.review import coverage_line
from store.records import Coverage, Filters, VerdictRecord

if TYPE_CHECKING:
    from store.store import Store


ORDER = "what needs eyes first: unreviewed; single source or contested; in most outlets"


class Single(Horizontal):
    """Propositions on the left; interval, reasons, tree and claims of one on the right."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._filters = Filters()
        self.verdict: VerdictRecord | None = None
        """The proposition that is shown."""

    def compose(self) -> ComposeResult:
        """The list and the two panes of one proposition."""
        rows = Rows(VERDICT, verdict_cells, id="verdict-rows", empty="No proposition yet.")
        rows.border_title = ORDER
        yield rows
        with Vertical(id="evidence"):
            with Side(id="tree") as tree:
                tree.border_title = "evidence"
                yield Static(id="reasons")
            yield ClaimRows(CLAIM, member_cells, id="verdict-claims", empty="")

    def show(self, filters: Filters, *, keep: bool = False) -> None:
        """Lists the propositions of the claims that pass the filters."""
        self._filters = filters
        source = VerdictSource(self._store, filters)
        self.query_one("#verdict-rows", Rows).show(source, keep=keep, narrowed=filters != Filters())

    @on(Rows.Moved, "#verdict-rows")
    def _show_evidence(self, event: Rows.Moved) -> None:
        event.stop()
        self.verdict = event.item
        claims = [member.claim for member in event.item.claims] if event.item is not None else []
        self.query_one("#reasons", Static).update(
            "" if event.item is None else evidence_tree(event.item)
        )
        self.query_one("#tree", Side).scroll_home(animate=False)
        rows = self.query_one("#verdict-claims", Rows)
        rows.show(ListSource(lambda: claims), keep=True)
        reviewed = Counter(claim.status for claim in claims)
        rows.border_title = f"claims · {coverage_line(Coverage(reviewed))}" if claims else "claims"
