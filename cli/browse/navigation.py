"""The ways through the browser: tabs, opening a claim in its article, and the way back; what tabs
show is tab_lists.py's."""

from __future__ import annotations

from collections.abc import Callable

from textual.widget import Widget
from textual.widgets import TabPane

from claims.model import Span
from cli.browse.article import ArticleText
from cli.browse.desk import Desk
from cli.browse.draft_tab import DraftTab
from cli.browse.draft_text import Spot
from cli.browse.facets import Facets
from cli.browse.filter_line import FilterLine
from cli.browse.reading_tab import Side
from cli.browse.rows import PANES
from store.records import ArticleLine, ClaimRecord, VerdictRecord

FIRST_WIDGET = {
    "claims": "#claim-rows", "speakers": "#speaker-rows", "single": "#verdict-rows", "articles": "#article-rows",
    "article": "#body", "draft": "#draft-body",
}  # fmt: skip
"""What takes the focus in each tab."""


class Navigation:
    """Where a key leads to, and back from there; calls `entered` with each tab that is come to."""

    def __init__(self, desk: Desk, entered: Callable[[str], None]) -> None:
        self._desk, self._entered = desk, entered
        self._trail: list[tuple[str, Widget | None]] = []

    def enter(self, tab: str, widget: Widget | None = None) -> None:
        """Goes to a tab: to a widget of it, else to its first one."""
        self._desk.tabs.active = tab
        self._entered(tab)
        # At once: a key that comes before the next refresh must find its widget.
        screen = self._desk.screen
        screen.set_focus(widget or screen.query_one(FIRST_WIDGET[tab]), scroll_visible=False)

    def enter_list(self) -> None:
        """Goes to the list in sight, to that of claims from an article."""
        active = self._desk.tabs.active
        self.enter("claims" if active in ("article", "draft") else active)

    def follow_tab(self, pane: TabPane) -> None:
        """Leads into a tab that was switched to otherwise than by a key."""
        focused = self._desk.app.focused
        is_outside = focused is None or (
            pane not in focused.ancestors and not isinstance(focused, FilterLine | Facets)
        )
        is_alone = len(self._desk.app.screen_stack) == 1
        if is_outside and pane.id and pane.id == self._desk.tabs.active and is_alone:
            self.enter(pane.id)

    def open_item(self, item: object) -> None:
        """Opens the article of a row at its claim, that of a draft's finding at the passage."""
        if isinstance(item, Spot):
            self._open(item.article_id, item.claim_id, passage=item.passage)
            return
        place = _place_of(item)
        if place is not None:
            self._open(*place)

    def _open(
        self,
        article_id: str,
        claim_id: str,
        widget: Widget | None = None,
        passage: Span | None = None,
    ) -> None:
        self._leave_trace()
        self._desk.reading.open(article_id, claim_id, passage)
        self.enter("article", widget)

    def _leave_trace(self) -> None:
        self._trail.append((self._desk.tabs.active, self._desk.app.focused))

    def switch(self, tab: str) -> None:
        """Switches to a tab; to the article of the claim in hand where none is open yet."""
        if tab == "draft" and not self._desk.screen.query(DraftTab):
            self._desk.app.notify("No draft is open: onrecord browse --draft FILE", timeout=4)
            return
        self._trail.clear()
        claim = self._desk.claim
        if tab == "article" and claim is not None and self._desk.article_text.article is None:
            self._open(claim.article_id, claim.id)
        else:
            self.enter(tab)

    def toggle_reasons(self) -> None:
        """Shows the panel of reasons and goes into it, or hides it; from a list it opens the claim
        with it."""
        screen = self._desk.app.screen
        panel = screen.query_one("#reasons-of-claim", Side)
        if panel.display and panel.has_focus:
            panel.display = False
            screen.set_focus(self._desk.article_text)
        elif self._desk.tabs.active == "article":
            panel.display = True
            screen.set_focus(panel)
        elif (claim := self._desk.claim_or_notice()) is not None:
            panel.display = True
            self._open(claim.article_id, claim.id, panel)

    def toggle_facets(self) -> bool:
        """Shows the panel of facets and goes into it, or hides it; True where it is in sight."""
        panel = self._desk.app.query_one(Facets)
        panel.display = not panel.display
        if panel.display:
            self._desk.app.screen.set_focus(panel)
        else:
            self.enter(self._desk.tabs.active)
        return panel.display

    def next_pane(self, by: int) -> None:
        """The next pane, or the one before."""
        screen = self._desk.app.screen
        _ = screen.focus_next(PANES) if by > 0 else screen.focus_previous(PANES)

    def retreat(self) -> bool:
        """One step back: to the list an article was opened from, to the left pane, to the first
        tab; False where there is none."""
        if self._trail:
            self.enter(*self._trail.pop())
            return True
        focused = self._desk.app.focused
        if isinstance(focused, ArticleText):
            self.enter("claims")
            return True
        first = self._desk.app.query_one(FIRST_WIDGET[self._desk.tabs.active])
        if focused is not first:
            first.focus()
            return True
        return False


def _place_of(item: object) -> tuple[str, str] | None:
    """Article and claim to open for a row: itself, or the first support of a proposition, copies
    last."""
    if isinstance(item, VerdictRecord):
        members = sorted(
            item.claims, key=lambda member: (member.role != "supports", member.copy_of is not None)
        )
        return (members[0].claim.article_id, members[0].claim.id) if members else None
    if isinstance(item, ArticleLine):
        return item.id, ""
    return (item.article_id, item.id) if isinstance(item, ClaimRecord) else None
