"""The browser's first screen, whatever window lies over it, and the claim that is in hand there."""

from __future__ import annotations

from typing import Any

from textual.app import App
from textual.screen import Screen
from textual.widgets import TabbedContent

from cli.browse.article import ArticleText
from cli.browse.filter_line import FilterLine
from cli.browse.keys import Place
from cli.browse.reading_tab import Reading
from cli.browse.rows import Rows
from cli.sanitise import one_line
from store.records import ClaimRecord


class Desk:
    """Finds what the helpers of the app work on; keeps nothing itself."""

    def __init__(self, app: App[None]) -> None:
        self.app = app

    @property
    def is_open(self) -> bool:
        """False while the browser closes: what a worker or a timer brings then is late."""
        return bool(self.app.screen_stack)

    @property
    def screen(self) -> Screen[Any]:
        """The screen under every window."""
        return self.app.screen_stack[0]

    @property
    def tabs(self) -> TabbedContent:
        """The five tabs."""
        return self.screen.query_one(TabbedContent)

    @property
    def reading(self) -> Reading:
        """The tab of the open article."""
        return self.screen.query_one(Reading)

    @property
    def article_text(self) -> ArticleText:
        """The text of the open article."""
        return self.screen.query_one("#body", ArticleText)

    @property
    def filter_line(self) -> FilterLine:
        """The line of filter words."""
        return self.screen.query_one(FilterLine)

    @property
    def place(self) -> Place:
        """Where the keys go, as the registry of keys calls it."""
        place: Place = getattr(self.app.focused, "PLACE", "app")
        return place

    @property
    def claim(self) -> ClaimRecord | None:
        """The claim in hand: the row under the cursor, or the one marked in the article."""
        focused = self.app.focused
        if isinstance(focused, Rows):
            return focused.current if isinstance(focused.current, ClaimRecord) else None
        if isinstance(focused, ArticleText):
            return focused.claim
        # The panel of reasons is about the claim of the article beside it.
        is_reading = focused is not None and self.reading in focused.ancestors
        return self.article_text.claim if is_reading else None

    def claim_or_notice(self) -> ClaimRecord | None:
        """The claim in hand; where there is none, the person is told so."""
        claim = self.claim
        if claim is None:
            self.app.notify("No claim is in hand; move to one first.", timeout=2)
        return claim

    def complain(self, reason: str) -> None:
        """Says an error of the store."""
        self.app.notify(one_line(reason), severity="error", markup=False)
