"""The Claims tab: every claim that passes the filter, by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical

from cli.browse.claim_rows import ClaimRows
from cli.browse.columns import CLAIM, claim_cells
from cli.browse.data_sources import ClaimSource
from cli.browse.rows import Rows
from store.records import Filters

if TYPE_CHECKING:
    from store.store import Store


class Claims(Vertical):
    """One list of claims."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store

    def compose(self) -> ComposeResult:
        """The list."""
        yield ClaimRows(
            CLAIM, claim_cells, id="claim-rows", empty="No claim; `onrecord add` reads articles."
        )

    def show(self, filters: Filters, *, keep: bool = False) -> None:
        """Lists the claims that pass the filters."""
        self.query_one(Rows).show(
            ClaimSource(self._store, filters), keep=keep, narrowed=filters != Filters()
        )
