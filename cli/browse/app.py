"""The browser: tabs, the filter, the panel of facets and the way back; what a tab shows stands with the tab."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult, SystemCommand
from textual.containers import Horizontal
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Footer, Static, TabbedContent, TabPane, Tabs

from claims.errors import OnrecordError
from cli.browse.article import ArticleText
from cli.browse.articles import Articles
from cli.browse.claims import Claims
from cli.browse.facets import Facet, Facets, FacetSource
from cli.browse.filter_line import FilterLine
from cli.browse.help import Page, help_page
from cli.browse.judge import Judge
from cli.browse.keys import ACTIONS, bindings, keymap
from cli.browse.library import Library
from cli.browse.pace import keep_pace
from cli.browse.reading import Reading, Side
from cli.browse.rows import PANES, Rows
from cli.browse.single import Single
from cli.browse.speakers import Speakers
from cli.query import parse_query, parse_unfinished
from cli.sanitise import text
from cli.views.citation import citation
from cli.views.review import coverage_line, history_table
from store.records import ArticleLine, ClaimRecord, Filters, VerdictRecord

FIRST = {
    "claims": "#claim-rows", "speakers": "#speaker-rows", "single": "#verdict-rows", "articles": "#article-rows",
    "article": "#body",
}  # fmt: skip
"""What takes the focus in each tab."""
NARROW = 100
"""Columns below which panes stand above each other."""
PAUSE = 0.15
"""Seconds without a key before what is typed is looked up."""


class BrowseApp(Judge):
    """Claims, speakers, propositions and articles of a library, to read and to review."""

    CSS_PATH = "browse.tcss"
    TITLE = "onrecord"
    BINDINGS = bindings("claim", "app")

    def __init__(
        self, library: Library, *, query: str = "", who: str = "", keys: Mapping[str, str] | None = None,
        theme: str | None = None, weigh: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._library, self._query, self.who, self._weigh = library, query, who, weigh
        self._keys = keymap(keys or {})
        self._in_force = Filters()
        self._trail: list[tuple[str, Widget | None]] = []
        self._shown: dict[str, Filters] = {}
        self._soon: Timer | None = None
        self._last = ""
        self._weighing = False
        if theme:
            self.theme = theme

    def compose(self) -> ComposeResult:
        """The filter, facets beside five tabs, how far review has come, and the footer."""
        yield FilterLine(self._query)
        with Horizontal(id="desk"):
            yield Facets()
            with TabbedContent(initial="claims"):
                with TabPane("1 Claims", id="claims"):
                    yield Claims(self._library)
                with TabPane("2 Speakers", id="speakers"):
                    yield Speakers(self._library)
                with TabPane("3 Single source", id="single"):
                    yield Single(self._library)
                with TabPane("4 Articles", id="articles"):
                    yield Articles(self._library)
                with TabPane("5 Reading", id="article"):
                    yield Reading(self._library)
        yield Static(id="coverage")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Fills the first tab; the others wait until they are looked at."""
        # A click on a tab leads into it; the row of tabs itself is no stop.
        self.query_one(Tabs).can_focus = False
        self.set_keymap(self._keys)
        self._apply(self._query)
        self.call_after_refresh(self._enter, self._tabs.active)
        self._weigh_if_stale()

    def on_resize(self, event: events.Resize) -> None:
        """Panes stand above each other where there is no room beside."""
        self.set_class(event.size.width < NARROW, "narrow")
        self.set_class(event.size.width >= 140, "wide")

    @property
    def _tabs(self) -> TabbedContent:
        return self.screen_stack[0].query_one(TabbedContent)

    def _on_desk(self, widget: type[Widget]) -> Widget:
        return self.screen_stack[0].query_one(widget)

    def _apply(self, query: str, *, typing: bool = False) -> bool:
        try:
            filters = parse_unfinished(query) if typing else parse_query(query)
        except OnrecordError as error:
            if not typing:
                self.complain(str(error))
            return False
        self._in_force = filters
        self._fill(self._tabs.active)
        self._count()
        return True

    def _fill(self, tab: str) -> None:
        """Shows the filter in force in a tab, unless it does already."""
        if tab == "article" or self._shown.get(tab) == self._in_force:
            return
        self._shown[tab] = self._in_force
        widget = {"claims": Claims, "speakers": Speakers, "single": Single, "articles": Articles}[tab]
        self._on_desk(widget).show(self._in_force)  # type: ignore[attr-defined]

    @work(thread=True, group="count", exclusive=True)
    def _count(self) -> None:
        filters = self._in_force
        with suppress(OnrecordError):
            line = coverage_line(self._library.coverage(filters))
            if filters is self._in_force:
                # Not call_from_thread: the browser may be closing, and would never answer.
                self.call_later(self._say_coverage, line)
        self.call_later(self._count_facets)

    def _say_coverage(self, line: str) -> None:
        stale = " · weighing …" if self._weighing else ""
        last = f" · {self._last}" if self._last else ""
        for static in self.screen_stack[0].query("#coverage").results(Static):
            static.update(text(f"{line}{stale}{last}"[:2000]))

    def _count_facets(self) -> None:
        for panel in self.screen_stack[0].query(Facets):
            if panel.display:
                panel.show(FacetSource(self._library, self._in_force), keep=True)

    @work(thread=True, group="weigh")
    def _weigh_if_stale(self) -> None:
        """Brings the verdicts up to date behind the first screen."""
        if self._weigh is None or self._weighing:
            return
        try:
            if self._library.weighing_stale():
                self._weighing = True
                self._weigh()
                self._weighing = False
                self.call_later(self._weighed)
        except OnrecordError as error:
            self._weighing = False
            self.call_later(self.complain, str(error))

    def _weighed(self) -> None:
        self._on_desk(Single).show(self._in_force, keep=True)  # type: ignore[attr-defined]
        self._shown["single"] = self._in_force
        self._reload()

    def changed(self, said_: str) -> None:
        """A judgement is in force: rows, reading view and counts follow."""
        self._last = f"{said_} (z undo)" if said_ and "take back" not in said_ else said_
        self._reload()
        self._shown = {tab: filters for tab, filters in self._shown.items() if tab == self._tabs.active}
        if self._tabs.active == "single":
            self._weigh_if_stale()

    def _reload(self) -> None:
        for rows in self.screen_stack[0].query(Rows):
            if not isinstance(rows, Facets):
                rows.reload()
        self._on_desk(Reading).reload()  # type: ignore[attr-defined]
        self._count()

    def _enter(self, tab: str, widget: Widget | None = None) -> None:
        self._tabs.active = tab
        self._fill(tab)
        if tab == "single":
            self._weigh_if_stale()
        # At once: a key that comes before the next refresh must find its widget.
        self.screen_stack[0].set_focus(widget or self.screen_stack[0].query_one(FIRST[tab]), scroll_visible=False)

    @on(FilterLine.Changed, "#filter")
    def _follow(self, event: FilterLine.Changed) -> None:
        if self._soon:
            self._soon.stop()
        if isinstance(self.focused, FilterLine):
            self._soon = self.set_timer(PAUSE, lambda: self._apply(event.value, typing=True))

    @on(FilterLine.Submitted, "#filter")
    def _filter(self, event: FilterLine.Submitted) -> None:
        if self._soon:
            self._soon.stop()
        if self._apply(event.value):
            self.query_one(FilterLine).applied = event.value
            self._enter("claims" if self._tabs.active == "article" else self._tabs.active)

    @on(TabbedContent.TabActivated)
    def _take_focus(self, event: TabbedContent.TabActivated) -> None:
        here, pane = self.focused, event.pane
        elsewhere = here is None or (pane not in here.ancestors and not isinstance(here, FilterLine | Facets))
        if elsewhere and pane.id == self._tabs.active and len(self.screen_stack) == 1:
            self._enter(pane.id)

    @on(Rows.Failed)
    def _say_failure(self, event: Rows.Failed) -> None:
        self.complain(event.reason)

    @on(Rows.Chosen, "#facets")
    def _toggle(self, event: Rows.Chosen) -> None:
        event.stop()
        facet = event.item
        line = self.query_one(FilterLine)
        if not isinstance(facet, Facet) or not facet.value:
            return
        tokens = line.applied.strip()
        tokens = (
            tokens.replace(facet.token, " ").strip() if facet.token in tokens else f"{tokens} {facet.token}".strip()
        )
        line.value = line.applied = " ".join(tokens.split())
        self._apply(line.value)

    @on(Rows.Chosen)
    def _open(self, event: Rows.Chosen) -> None:
        place = _place_of(event.item)
        if place is None:
            return
        self._trail.append((self._tabs.active, self.focused))
        self._on_desk(Reading).open(*place)  # type: ignore[attr-defined]
        self._enter("article")

    def action_tab(self, tab: str) -> None:
        """Switches to a tab."""
        self._trail.clear()
        self._enter(tab)

    def action_filter(self) -> None:
        """Moves into the filter line."""
        self.screen.set_focus(self.query_one(FilterLine))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A slash is a letter within the filter, and keys of the desk do nothing within a window."""
        if len(self.screen_stack) > 1 and action in _OF_THE_DESK:
            return False
        return action != "filter" or not isinstance(self.focused, FilterLine)

    def action_help(self) -> None:
        """Shows the keys of what is focused."""
        self.push_screen(Page(help_page(getattr(self.focused, "PLACE", "app"), self._keys)))

    @work(thread=True)
    def action_latest(self) -> None:
        """Shows the latest decisions."""
        found = [(decision, True) for decision in self._library.latest_decisions(100)]
        self.call_from_thread(
            self.push_screen, Page(history_table(found) if found else Text("Nothing is decided yet."))
        )

    def action_facets(self) -> None:
        """Shows the panel of facets, or hides it."""
        panel = self.query_one(Facets)
        panel.display = not panel.display
        if panel.display:
            self._count_facets()
            self.screen.set_focus(panel)
        else:
            self._enter(self._tabs.active)

    def action_why(self) -> None:
        """Shows the panel of reasons, or hides it; from a list it opens the claim with it."""
        panel = self.query_one("#reasons-of-claim", Side)
        if self._tabs.active != "article" and (claim := self._in_hand()) is not None:
            panel.display = True
            self._trail.append((self._tabs.active, self.focused))
            self._on_desk(Reading).open(claim.article_id, claim.id)  # type: ignore[attr-defined]
            self._enter("article")
        elif self._tabs.active == "article":
            panel.display = not panel.display
            if not panel.display:
                self.query_one(ArticleText).focus()

    def action_copy(self) -> None:
        """Copies a line to cite the claim by."""
        if (claim := self._in_hand()) is not None:
            self.copy_to_clipboard(citation(claim))
            self.notify("Copied.", timeout=2)

    def action_theme(self) -> None:
        """Light or dark."""
        self.theme = "textual-dark" if not self.current_theme.dark else "textual-light"

    def action_next_pane(self, by: int) -> None:
        """The next pane, or the one before."""
        _ = self.screen.focus_next(PANES) if by > 0 else self.screen.focus_previous(PANES)

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

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action by name, in the palette."""
        yield from super().get_system_commands(screen)
        for action in ACTIONS:
            if action.place in ("app", "claim"):
                yield SystemCommand(action.label, action.help, _runner(self, action.action))


_OF_THE_DESK = {a.action.partition("(")[0] for a in ACTIONS if a.place in ("app", "claim")}


def _runner(app: BrowseApp, action: str) -> Callable[[], object]:
    async def run() -> None:
        await app.run_action(action)

    return run


def _place_of(item: object) -> tuple[str, str] | None:
    """Article and claim to open for a row: itself, or the first support of a proposition, copies last."""
    if isinstance(item, VerdictRecord):
        members = sorted(item.claims, key=lambda member: (member.role != "supports", member.copy_of is not None))
        return (members[0].claim.article_id, members[0].claim.id) if members else None
    if isinstance(item, ArticleLine):
        return item.id, ""
    return (item.article_id, item.id) if isinstance(item, ClaimRecord) else None


def run_browser(
    store: Library, *, query: str = "", who: str = "", weigh: Callable[[], object] | None = None
) -> None:  # fmt: skip
    """Opens the browser on a store until the user leaves it."""
    from cli.config import section

    app = BrowseApp(
        store, query=query, who=who, keys=section("keys"), theme=section("browse").get("theme"), weigh=weigh
    )  # fmt: skip
    keep_pace()
    app.run()
