"""The reading view's text: one article, one claim marked; where both come from stands in reading.py."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cli.browse.keys import bindings
from cli.browse.marks import lines
from store.records import ArticleRecord, ClaimRecord


class ArticleText(ScrollView, can_focus=True):
    """An article's lines, wrapped to the width, scrolled to the marked claim."""

    BINDINGS = bindings("article")
    PLACE = "article"

    class Stepped(Message):
        """Another claim is marked."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._article: ArticleRecord | None = None
        self._claims: tuple[ClaimRecord, ...] = ()
        self._at = 0
        self._lines: list[Text] = []

    @property
    def claim(self) -> ClaimRecord | None:
        """The marked claim."""
        return self._claims[self._at] if self._claims else None

    @property
    def place(self) -> tuple[int, int]:
        """Which claim of how many is marked, from 1; 0 of 0 where there is none."""
        return (self._at + 1 if self._claims else 0), len(self._claims)

    def show(self, article: ArticleRecord, claims: tuple[ClaimRecord, ...], claim_id: str) -> None:
        """Opens an article at one of its claims."""
        self._article, self._claims = article, claims
        self._at = next((i for i, claim in enumerate(claims) if claim.id == claim_id), 0)
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if self._article is None or not width:
            return
        self._lines, first = lines(self._article.text, self.claim, self.app.console, width)
        self.virtual_size = Size(width, len(self._lines))
        self.call_after_refresh(self.scroll_to, y=max(0, first - 3), animate=False)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the article."""
        index = self.scroll_offset.y + y
        line = self._lines[index] if index < len(self._lines) else Text()
        if self._article is None and y == 0:
            line = Text("No article is open; press enter on a claim.", "italic")
        strip = Strip(line.render(self.app.console, end="")).adjust_cell_length(self.scrollable_content_region.width)
        return strip.apply_style(self.rich_style)

    def on_resize(self, _: events.Resize) -> None:
        """Wraps again."""
        self._lay_out()

    def action_step(self, by: int) -> None:
        """Marks the next or the previous claim, and says so at either end."""
        target = self._at + by
        if not 0 <= target < len(self._claims):
            self.notify("No further claim in this article.", timeout=2)
            return
        self._at = target
        self._lay_out()
        self.post_message(self.Stepped())

    def action_scroll_by(self, by: int) -> None:
        """Some lines up or down."""
        self.scroll_relative(y=by, animate=False)

    def action_scroll_page(self, by: int) -> None:
        """A page up or down."""
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False)

    def action_scroll_edge(self, end: int) -> None:
        """The top or the end."""
        self.scroll_to(y=len(self._lines) if end else 0, animate=False)
