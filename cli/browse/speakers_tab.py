"""The Speakers tab: who speaks, and beside it the record of the one under the cursor."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Static

from claims.errors import OnrecordError
from cli.browse.bindings import enter_binding
from cli.browse.claim_rows import ClaimRows
from cli.browse.columns import SPEAKER, SPEAKER_CLAIM, speaker_cells, speaker_claim_cells
from cli.browse.data_sources import ListSource, speaker_source
from cli.browse.rows import Rows
from cli.sanitise import one_line, text
from cli.views.cells import counted
from cli.views.review import coverage_line
from store.records import Filters, SpeakerRecord

if TYPE_CHECKING:
    from store.store import Store

PAUSE_SECONDS = 0.15
"""Seconds that the cursor rests before claims are fetched."""
MAX_LINE_CHARS = 1000


class SpeakerRows(Rows):
    """Rows that are speakers: enter leads to the claims of one."""

    BINDINGS = enter_binding("Claims")


class Speakers(Horizontal):
    """Speakers on the left, the record of one of them on the right."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._filters = Filters()
        self._soon: Timer | None = None
        self.speaker: SpeakerRecord | None = None
        """Whose record is shown."""

    def compose(self) -> ComposeResult:
        """Two lists, and the head of the record."""
        yield SpeakerRows(SPEAKER, speaker_cells, id="speaker-rows", empty="No named speaker.")
        with Vertical(id="record"):
            yield Static(id="speaker-head")
            yield ClaimRows(
                SPEAKER_CLAIM, speaker_claim_cells, id="speaker-claims", empty="No claim."
            )

    def show(self, filters: Filters, *, keep: bool = False) -> None:
        """Lists the speakers that pass the filters."""
        self._filters = filters
        source = ListSource(lambda: list(self._store.speakers.select(filters)))
        self.query_one("#speaker-rows", Rows).show(source, keep=keep, narrowed=filters != Filters())
        if not keep:
            self.query_one("#speaker-claims", Rows).show(ListSource(list))
            self.query_one("#speaker-head", Static).update("")

    @on(Rows.Moved, "#speaker-rows")
    def _fetch_claims_soon(self, event: Rows.Moved) -> None:
        event.stop()
        if self._soon:
            self._soon.stop()
        if event.item is not None:
            self._soon = self.set_timer(PAUSE_SECONDS, lambda: self._show_record(event.item))

    def _show_record(self, speaker: SpeakerRecord) -> None:
        self.speaker = speaker
        self.query_one("#speaker-head", Static).update(record_head(speaker))
        self.query_one("#speaker-claims", Rows).show(
            speaker_source(self._store, speaker, self._filters)
        )
        self._count(speaker, self._filters)

    @work(thread=True, exclusive=True, group="record")
    def _count(self, speaker: SpeakerRecord, filters: Filters) -> None:
        with suppress(OnrecordError):
            line = coverage_line(
                self._store.claims.coverage(replace(filters, speaker_id=speaker.id))
            )
            self.app.call_later(self._say_coverage, speaker, line)

    def _say_coverage(self, speaker: SpeakerRecord, line: str) -> None:
        if speaker is self.speaker:
            self.query_one("#record").border_title = line

    def recount(self) -> None:
        """How far review of the record has come by now."""
        if self.speaker is not None:
            self._count(self.speaker, self._filters)

    @on(Rows.Chosen, "#speaker-rows")
    def _go_to_claims(self, event: Rows.Chosen) -> None:
        event.stop()
        self.query_one("#speaker-claims", Rows).focus()


def record_head(speaker: SpeakerRecord) -> RenderableType:
    """Who that is and when, how often, and other names."""
    about = ", ".join(part for part in (speaker.kind, speaker.affiliation) if part)
    dates = " to ".join(dict.fromkeys(day[:10] for day in (speaker.first, speaker.last) if day))
    each = ((speaker.claims, "claim"), (speaker.articles, "article"), (speaker.outlets, "outlet"))
    counts = ", ".join(counted(count, word) for count, word in each)
    lines = [
        text(speaker.name[:MAX_LINE_CHARS], "bold").append(
            f" · {one_line(about)[:MAX_LINE_CHARS]}" if about else ""
        )
    ]
    lines[0].append(f" · {dates}" if dates else "")
    lines.append(Text(counts))
    if speaker.aliases:
        lines.append(text("also: " + "; ".join(speaker.aliases)[:MAX_LINE_CHARS]))
    for line in lines:
        line.no_wrap, line.overflow = True, "ellipsis"
    return Group(*lines)
