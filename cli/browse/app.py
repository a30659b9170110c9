"""The browser: tabs, the filter and the way back; what a tab shows stands with the tab."""

from __future__ import annotations

from textual import on
from textual.app import App, ComposeResult
from textual.widget import Widget
from textual.widgets import Footer, TabbedContent, TabPane, Tabs

from claims.errors import OnrecordError
from cli.browse.article import ArticleText
from cli.browse.check import Check
from cli.browse.claims import Claims
from cli.browse.filter_line import FilterLine
from cli.browse.help import Help
from cli.browse.keys import bindings
from cli.browse.library import Library
from cli.browse.reading import Reading
from cli.browse.rows import Rows
from cli.browse.speakers import Speakers
from cli.query import parse_query
from cli.sanitise import one_line
from store.records import ClaimRecord, VerdictRecord

FIRST = {"speakers": "#speaker-rows", "claims": "#claim-rows", "article": "#body", "check": "#verdict-rows"}
"""What takes the focus in each tab."""


class BrowseApp(App[None]):
    """Speakers, claims, articles and verdicts of a library."""

    CSS_PATH = "browse.tcss"
    TITLE = "onrecord"
    BINDINGS = bindings("app")

    def __init__(self, library: Library, *, query: str = "") -> None:
        super().__init__()
        self._library = library
        self._query = query
        self._trail: list[tuple[str, Widget | None]] = []

    def compose(self) -> ComposeResult:
        """The filter, four tabs and the footer."""
        yield FilterLine(self._query)
        with TabbedContent(initial="claims" if self._query else "speakers"):
            with TabPane("1 Speakers", id="speakers"):
                yield Speakers(self._library)
            with TabPane("2 Claims", id="claims"):
                yield Claims(self._library)
            with TabPane("3 Article", id="article"):
                yield Reading(self._library)
            with TabPane("4 Check", id="check"):
                yield Check(self._library)
        yield Footer()

    def on_mount(self) -> None:
        """Fills the tabs."""
        # A click on a tab leads into it; the row of tabs itself is no stop.
        self.query_one(Tabs).can_focus = False
        self._apply(self._query)
        self.call_after_refresh(self._enter, self._tabs.active)

    @property
    def _tabs(self) -> TabbedContent:
        return self.screen_stack[0].query_one(TabbedContent)

    def _apply(self, query: str) -> bool:
        try:
            filters = parse_query(query)
        except OnrecordError as error:
            self._complain(str(error))
            return False
        self.query_one(Speakers).show(filters)
        self.query_one(Claims).show(filters)
        self.query_one(Check).show(filters)
        return True

    def _complain(self, reason: str) -> None:
        self.notify(one_line(reason), severity="error", markup=False)

    def _enter(self, tab: str, widget: Widget | None = None) -> None:
        self._tabs.active = tab
        # At once: a key that comes before the next refresh must find its widget.
        self.screen.set_focus(widget or self.query_one(FIRST[tab]), scroll_visible=False)

    @on(FilterLine.Submitted, "#filter")
    def _filter(self, event: FilterLine.Submitted) -> None:
        if self._apply(event.value):
            self.query_one(FilterLine).applied = event.value
            self._enter("claims" if self._tabs.active == "article" else self._tabs.active)

    @on(TabbedContent.TabActivated)
    def _take_focus(self, event: TabbedContent.TabActivated) -> None:
        here, pane = self.focused, event.pane
        elsewhere = here is None or (pane not in here.ancestors and not isinstance(here, FilterLine))
        if elsewhere and pane.id == self._tabs.active and not isinstance(self.screen, Help):
            self._enter(pane.id)

    @on(Rows.Failed)
    def _say_failure(self, event: Rows.Failed) -> None:
        self._complain(event.reason)

    @on(Rows.Chosen)
    def _open(self, event: Rows.Chosen) -> None:
        claim = _claim_of(event.item)
        if claim is None:
            return
        self._trail.append((self._tabs.active, self.focused))
        self.query_one(Reading).open(claim)
        self._enter("article")

    def action_tab(self, tab: str) -> None:
        """Switches to a tab."""
        self._trail.clear()
        self._enter(tab)

    def action_filter(self) -> None:
        """Moves into the filter line."""
        self.screen.set_focus(self.query_one(FilterLine))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A slash is a letter within the filter, and nothing within the help."""
        return action != "filter" or not (isinstance(self.focused, FilterLine) or isinstance(self.screen, Help))

    def action_help(self) -> None:
        """Shows the keys of what is focused."""
        if not isinstance(self.screen, Help):
            self.push_screen(Help(getattr(self.focused, "PLACE", "app")))

    def action_retreat(self) -> bool:
        """One step back: to the list an article was opened from, to the left pane, to the first tab."""
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


def _claim_of(item: object) -> ClaimRecord | None:
    """The claim to open for a row: itself, or the first support of a proposition, copies last."""
    if isinstance(item, VerdictRecord):
        members = sorted(item.claims, key=lambda member: (member.role != "supports", member.copy_of is not None))
        return members[0].claim if members else None
    return item if isinstance(item, ClaimRecord) else None


def run_browser(store: Library, *, query: str = "") -> None:
    """Opens the browser on a store until the user leaves it."""
    BrowseApp(store, query=query).run()
