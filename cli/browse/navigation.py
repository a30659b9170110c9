"""The ways through the browser: tabs, opening a claim in its article, and the way back; what tabs
show is app.py's."""

from __future__ import annotations

from textual import on
from textual.widget import Widget
from textual.widgets import TabbedContent

from cli.browse.article import ArticleText
from cli.browse.decide_with_dialog import Judge
from cli.browse.facets import Facets
from cli.browse.filter_line import FilterLine
from cli.browse.keys import ACTIONS
from cli.browse.reading_tab import Reading, Side
from cli.browse.rows import PANES, Rows
from store.records import ArticleLine, ClaimRecord, VerdictRecord

FIRST = {
    "claims": "#claim-rows", "speakers": "#speaker-rows", "single": "#verdict-rows", "articles": "#article-rows",
    "article": "#body",
}  # fmt: skip
"""What takes the focus in each tab."""
_OF_THE_DESK = {a.action.partition("(")[0] for a in ACTIONS if a.place in ("app", "claim")}


class Going(Judge):
    """Where a key leads to, and back from there."""

    def __init__(self) -> None:
        super().__init__()
        self._trail: list[tuple[str, Widget | None]] = []

    def entered(self, tab: str) -> None:
        """Called when a tab is come to: it shows what is in force."""

    @property
    def is_open(self) -> bool:
        """False while the browser closes: what a worker or a timer brings then is late."""
        return bool(self.screen_stack)

    @property
    def _tabs(self) -> TabbedContent:
        return self.screen_stack[0].query_one(TabbedContent)

    @property
    def _reading(self) -> Reading:
        return self.screen_stack[0].query_one(Reading)

    @property
    def _body(self) -> ArticleText:
        return self.screen_stack[0].query_one("#body", ArticleText)

    def _enter(self, tab: str, widget: Widget | None = None) -> None:
        self._tabs.active = tab
        self.entered(tab)
        # At once: a key that comes before the next refresh must find its widget.
        self.screen_stack[0].set_focus(
            widget or self.screen_stack[0].query_one(FIRST[tab]), scroll_visible=False
        )

    @on(TabbedContent.TabActivated)
    def _take_focus(self, event: TabbedContent.TabActivated) -> None:
        here, pane = self.focused, event.pane
        elsewhere = here is None or (
            pane not in here.ancestors and not isinstance(here, FilterLine | Facets)
        )
        if elsewhere and pane.id == self._tabs.active and len(self.screen_stack) == 1:
            self._enter(pane.id)

    @on(Rows.Chosen)
    def _open(self, event: Rows.Chosen) -> None:
        place = _place_of(event.item)
        if place is None:
            return
        self._trail.append((self._tabs.active, self.focused))
        self._reading.open(*place)
        self._enter("article")

    def action_tab(self, tab: str) -> None:
        """Switches to a tab; to the article of the claim in hand where none is open yet."""
        self._trail.clear()
        claim = self.claim
        if tab == "article" and claim is not None and self._body.article is None:
            self._trail.append((self._tabs.active, self.focused))
            self._reading.open(claim.article_id, claim.id)
        self._enter(tab)

    def action_filter(self) -> None:
        """Moves into the filter line."""
        self.screen.set_focus(self.query_one(FilterLine))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A slash is a letter within the filter, and keys of the desk do nothing within a
        window."""
        if len(self.screen_stack) > 1 and action in _OF_THE_DESK:
            return False
        return action != "filter" or not isinstance(self.focused, FilterLine)

    def action_why(self) -> None:
        """Shows the panel of reasons, or hides it; from a list it opens the claim with it."""
        panel = self.query_one("#reasons-of-claim", Side)
        if self._tabs.active != "article" and (claim := self._in_hand()) is not None:
            panel.display = True
            self._trail.append((self._tabs.active, self.focused))
            self._reading.open(claim.article_id, claim.id)
            self._enter("article")
        elif self._tabs.active == "article":
            panel.display = not panel.display
            if not panel.display:
                self.query_one(ArticleText).focus()

    def action_next_pane(self, by: int) -> None:
        """The next pane, or the one before."""
        _ = self.screen.focus_next(PANES) if by > 0 else self.screen.focus_previous(PANES)

    def action_retreat(self) -> bool:
        """One step back: to the list an article was opened from, to the left pane, to the first
        tab."""
        if self._trail:
            self._enter(*self._trail.pop())
            return True
        if isinstance(self.focused, ArticleText):
            self._enter("claims")
            return True
        first = self.query_one(FIRST[self._tabs.active])
        if self.focused is not first:
            first.focus()
            return True
        return False

    def action_leave(self) -> None:
        """One step back; leaves the browser where there is none."""
        if not self.action_retreat():
            self.exit()


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
