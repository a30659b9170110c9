"""The Speakers tab: who speaks, and beside it what the one under the cursor says."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer

from cli.browse.columns import SPEAKER, SPEAKER_CLAIM, speaker_cells, speaker_claim_cells
from cli.browse.library import Library, ListSource, speaker_claims
from cli.browse.rows import Rows
from store.records import Filters, SpeakerRecord

PAUSE = 0.15
"""Seconds that the cursor rests before claims are fetched."""


class Speakers(Horizontal):
    """Speakers on the left, claims of one of them on the right."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._filters = Filters()
        self._soon: Timer | None = None

    def compose(self) -> ComposeResult:
        """Two lists."""
        yield Rows(SPEAKER, speaker_cells, id="speaker-rows", empty="No named speaker.")
        yield Rows(SPEAKER_CLAIM, speaker_claim_cells, id="speaker-claims", empty="No claim.")

    def show(self, filters: Filters) -> None:
        """Lists the speakers that pass the filters."""
        self._filters = filters
        self.query_one("#speaker-rows", Rows).show(ListSource(lambda: list(self._library.speakers(filters))))
        self.query_one("#speaker-claims", Rows).show(ListSource(list))

    @on(Rows.Moved, "#speaker-rows")
    def _fetch_claims_soon(self, event: Rows.Moved) -> None:
        event.stop()
        if self._soon:
            self._soon.stop()
        if event.item is not None:
            self._soon = self.set_timer(PAUSE, lambda: self._show_claims(event.item))

    def _show_claims(self, speaker: SpeakerRecord) -> None:
        filters = self._filters
        source = ListSource(lambda: speaker_claims(self._library, speaker, filters))
        self.query_one("#speaker-claims", Rows).show(source)

    @on(Rows.Chosen, "#speaker-rows")
    def _go_to_claims(self, event: Rows.Chosen) -> None:
        event.stop()
        self.query_one("#speaker-claims", Rows).focus()
