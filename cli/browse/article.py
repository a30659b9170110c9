"""The reading view's text: one article, every claim marked, one in hand; where both come from
stands in reading_tab.py."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cli.browse.bindings import claim_bindings
from cli.browse.layout import Layout, lay_out
from cli.browse.marks import Ink, Noted, claim_marks, faint_marks, marks_and_notes
from cli.jobs.claim_decisions import first_offset
from cli.rows import ArticleRead
from store.records import ArticleRecord, ClaimRecord

BESIDE_CELLS = 92
"""From this width on notes stand beside the text."""


class ArticleText(ScrollView, can_focus=True):
    """An article's lines, wrapped to the width, scrolled to the claim in hand."""

    BINDINGS = claim_bindings("article")
    PLACE = "article"

    class Stepped(Message):
        """Another claim is in hand."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.article: ArticleRecord | None = None
        self.claims: tuple[ClaimRecord, ...] = ()
        self.with_notes = True
        """Whether it is said beside the text who vouches."""
        self._read: ArticleRead | None = None
        self._noted: tuple[Noted, ...] = ()
        self._at = 0
        self._layout = Layout()
        self._known: dict[object, object] = {}

    @property
    def claim(self) -> ClaimRecord | None:
        """The claim in hand."""
        return self.claims[self._at] if self.claims else None

    @property
    def place(self) -> tuple[int, int]:
        """Which claim of how many is in hand, from 1; 0 of 0 where there is none."""
        return (self._at + 1 if self.claims else 0), len(self.claims)

    def show(
        self, read: ArticleRead, noted: tuple[Noted, ...], claims: tuple[ClaimRecord, ...],
        claim_id: str, *, scroll: bool = True,
    ) -> None:  # fmt: skip
        """Opens an article at one of its claims."""
        if self.article is None or self.article.id != read.article.id:
            self._known = {}
        self.article, self.claims = read.article, claims
        self._read, self._noted = read, noted
        self._at = next((i for i, claim in enumerate(claims) if claim.id == claim_id), 0)
        self._lay_out(scroll=scroll)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Within a window over it an article does nothing, and the footer offers nothing of it."""
        return self.screen is self.app.screen

    def _lay_out(self, *, scroll: bool) -> None:
        width = self.scrollable_content_region.width
        if self._read is None or not width:
            return
        marks = faint_marks(self._read) + claim_marks(self.claims, self.claim, self.ink)
        shown = self._noted if self.with_notes else ()
        numbers, notes = marks_and_notes(shown, self.claim)
        beside = width * 2 // 5 if shown and width >= BESIDE_CELLS else 0
        self._layout = lay_out(
            self._read.article.text, numbers + marks, max(10, width), self._known, notes, beside  # type: ignore[arg-type]
        )  # fmt: skip
        self.virtual_size = Size(width, len(self._layout.lines))
        if scroll:
            first = self._layout.line_of(first_offset(self.claim) if self.claim else 0)
            self.call_after_refresh(self.scroll_to, y=max(0, first - 3), animate=False)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the article."""
        width = self.scrollable_content_region.width
        if self.article is None:
            line = Text("No article is open; press enter on a claim." if y == 0 else "", "italic")
            return (
                Strip(line.render(self.app.console, end=""))
                .adjust_cell_length(width)
                .apply_style(self.rich_style)
            )
        return self._layout.strip(self.scroll_offset.y + y, width).apply_style(self.rich_style)

    def on_resize(self, _: events.Resize) -> None:
        """Wraps again."""
        self._lay_out(scroll=True)

    def on_click(self, event: events.Click) -> None:
        """Takes the claim under the pointer into the hand, the innermost one."""
        offset = self._layout.offset_at(self.scroll_offset.y + event.y, event.x - self.gutter.left)
        hit = [
            (sum(e - s for s, e in claim.content), i)
            for i, claim in enumerate(self.claims)
            if any(s <= offset < e for s, e in (*claim.content, *claim.cue, *claim.source))
        ]
        if hit and min(hit)[1] != self._at:
            self._to(min(hit)[1], scroll=False)

    def _to(self, index: int, *, scroll: bool = True) -> None:
        self._at = index
        self._lay_out(scroll=scroll)
        self.post_message(self.Stepped())

    def replace_claim(self, claim: ClaimRecord) -> None:
        """Shows another record of a claim until the article is fetched again."""
        self.claims = tuple(claim if old.id == claim.id else old for old in self.claims)

    def to_unreviewed(self) -> bool:
        """Goes on to the next claim that nobody has looked at; False where the article has none."""
        later = [*range(self._at + 1, len(self.claims)), *range(self._at)]
        index = next((i for i in later if self.claims[i].status == "unreviewed"), None)
        if index is not None:
            self._to(index)
        return index is not None

    @property
    def ink(self) -> Ink:
        """The colours of marks, none where none are asked for."""
        behind = self.app.get_css_variables()["primary-muted"]
        is_coloured = not self.app.ansi_color and behind.startswith("#")
        return Ink("yellow", "cyan", f"on {behind}", "") if is_coloured else Ink()

    def notify_style_update(self) -> None:
        """Another theme: other colours of marks."""
        super().notify_style_update()
        self._known = {}
        self._lay_out(scroll=False)

    def action_notes(self) -> None:
        """Shows who vouches beside the text, or the text alone."""
        self.with_notes = not self.with_notes
        self._lay_out(scroll=True)

    def action_step(self, by: int) -> None:
        """Takes the next or the previous claim, and says so at either end."""
        target = self._at + by
        if not 0 <= target < len(self.claims):
            self.notify("No further claim in this article.", timeout=2)
            return
        self._to(target)

    def action_scroll_by(self, by: int) -> None:
        """Some lines up or down."""
        self.scroll_relative(y=by, animate=False)

    def action_scroll_page(self, by: int) -> None:
        """A page up or down."""
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False)

    def action_scroll_edge(self, end: int) -> None:
        """The top or the end."""
        self.scroll_to(y=len(self._layout.lines) if end else 0, animate=False)
