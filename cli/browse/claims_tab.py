"""The Claims tab: every claim that passes the filter, by page."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from cli.browse.claim_rows import ClaimRows
from cli.browse.columns import CLAIM, claim_cells
from cli.browse.data_sources import ClaimSource, Library
from cli.browse.rows import Rows
from store.records import Filters


class Claims(Vertical):
    """One list of claims."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library

    def compose(self) -> ComposeResult:
        """The list."""
        yield ClaimRows(
            CLAIM, claim_cells, id="claim-rows", empty="No claim; `onrecord add` reads articles."
        )

    def show(self, filters: Filters, *, keep: bool = False) -> None:
        """Lists the claims that pass the filters."""
        self.query_one(Rows).show(
            ClaimSource(self._library, filters), keep=keep, narrowed=filters != Filters()
        )
