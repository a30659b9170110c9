"""The browser: what stands on the screen, and what follows a judgement; what a tab shows stands
with the tab."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult, SystemCommand
from textual.containers import Horizontal
from textual.screen import Screen
from textual.widgets import Footer, Static, TabbedContent, TabPane, Tabs

from claims.errors import OnrecordError
from cli.browse.articles_tab import Articles
from cli.browse.claims_tab import Claims
from cli.browse.facets import Facets
from cli.browse.filter_line import FilterLine
from cli.browse.filtering import Filtering
from cli.browse.frame_rate import REST, Rest, keep_pace
from cli.browse.help import Page, help_page
from cli.browse.keys import ACTIONS, bindings, keymap
from cli.browse.reading_tab import Reading
from cli.browse.rows import Rows
from cli.browse.single_source_tab import Single
from cli.browse.speakers_tab import Speakers
from cli.views.citation import citation
from cli.views.review import latest_table
from store.records import Filters

if TYPE_CHECKING:
    from store.store import Store

NARROW = 100
"""Columns below which panes stand above each other."""


class BrowseApp(Filtering):
    """Claims, speakers, propositions and articles of a store, to read and to review."""

    CSS_PATH = "browse.tcss"
    TITLE = "onrecord"
    AUTO_FOCUS = None
    BINDINGS = bindings("claim", "app")

    def __init__(
        self, store: Store, *, query: str = "", who: str = "", keys: Mapping[str, str] | None = None,
        theme: str | None = None, weigh: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self._store, self._query, self.who, self.weigh = store, query, who, weigh
        self._keys = keymap(keys or {})
        self._shown: dict[str, Filters] = {}
        self._rest = Rest()
        if theme:
            self.theme = theme

    def compose(self) -> ComposeResult:
        """The filter, facets beside five tabs, how far review has come, and the footer."""
        yield FilterLine(self._query)
        with Horizontal(id="desk"):
            yield Facets()
            with TabbedContent(initial="claims"):
                with TabPane("1 Claims", id="claims"):
                    yield Claims(self._store)
                with TabPane("2 Speakers", id="speakers"):
                    yield Speakers(self._store)
                with TabPane("3 Single source", id="single"):
                    yield Single(self._store)
                with TabPane("4 Articles", id="articles"):
                    yield Articles(self._store)
                with TabPane("5 Reading", id="article"):
                    yield Reading(self._store)
        yield Static(id="coverage")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Fills the first tab; the others wait until they are looked at."""
        # A click on a tab leads into it; the row of tabs itself is no stop.
        self.query_one(Tabs).can_focus = False
        self.set_keymap(self._keys)
        # Before the first frame: what is typed meanwhile is for the list.
        self._enter(self._tabs.active)
        self._apply(self._query)
        self._weigh_if_stale()
        self.set_interval(REST / 2, self._rest.use)

    async def on_event(self, event: events.Event) -> None:
        """Takes an event in, and notes that somebody is at the keyboard."""
        if isinstance(event, events.InputEvent):
            self._rest.touched()
        await super().on_event(event)

    def on_resize(self, event: events.Resize) -> None:
        """Panes stand above each other where there is no room beside."""
        self.set_class(event.size.width < NARROW, "narrow")
        self.set_class(event.size.width >= 140, "wide")

    def entered(self, tab: str) -> None:
        """A tab that is come to shows the filter in force, and verdicts as they are by now."""
        self.fill(tab)
        if tab == "single":
            self._weigh_if_stale()

    def fill(self, tab: str) -> None:
        """Shows the filter in force in a tab, unless it does already."""
        if tab == "article" or self._shown.get(tab) == self._in_force:
            return
        self._shown[tab] = self._in_force
        self._tab(tab).show(self._in_force)

    def _tab(self, tab: str) -> Claims | Speakers | Single | Articles:
        desk = self.screen_stack[0]
        if tab == "claims":
            return desk.query_one(Claims)
        if tab == "speakers":
            return desk.query_one(Speakers)
        return desk.query_one(Single) if tab == "single" else desk.query_one(Articles)

    def weighed(self) -> None:
        """Verdicts are up to date: every list shows them."""
        if not self.is_open:
            return
        self._tab("single").show(self._in_force, keep=True)
        self._shown["single"] = self._in_force
        self._reload()

    def changed(self, said: str, *, more: bool = False) -> None:
        """A judgement is in force: rows, reading view and counts follow; more where a list has got
        another row."""
        if not self.is_open:
            return
        self._last = said
        self._reload()
        if more and self._tabs.active != "article":
            self._tab(self._tabs.active).show(self._in_force, keep=True)
        self._shown = {
            tab: filters for tab, filters in self._shown.items() if tab == self._tabs.active
        }
        if self._tabs.active == "single":
            self._weigh_if_stale()

    def _reload(self) -> None:
        for rows in self.screen_stack[0].query(Rows):
            if not isinstance(rows, Facets):
                rows.reload()
        self._reading.reload()
        self.screen_stack[0].query_one(Speakers).recount()
        self._count()

    @on(Rows.Failed)
    def _say_failure(self, event: Rows.Failed) -> None:
        self.complain(event.reason)

    def action_help(self) -> None:
        """Shows the keys of what is focused."""
        self.push_screen(Page(help_page(getattr(self.focused, "PLACE", "app"), self._keys)))

    @work(thread=True)
    def action_latest(self) -> None:
        """Shows the latest decisions, each with the claim it is about."""
        found = [(one, self._about(one.subject)) for one in self._store.decisions.latest(100)]
        self.call_from_thread(
            self.push_screen,
            Page(latest_table(found) if found else Text("Nothing is decided yet.")),
        )

    def _about(self, subject: str) -> str:
        with suppress(OnrecordError):
            return f"“{self._store.claims.get(subject).quote}”"
        with suppress(OnrecordError):
            return self._store.articles.get(subject).doc
        return subject[:8]

    def action_facets(self) -> None:
        """Shows the panel of facets, or hides it."""
        panel = self.query_one(Facets)
        panel.display = not panel.display
        if panel.display:
            self._count_facets()
            self.screen.set_focus(panel)
        else:
            self._enter(self._tabs.active)

    def action_copy(self) -> None:
        """Copies a line to cite the claim by."""
        if (claim := self._in_hand()) is not None:
            self.copy_to_clipboard(citation(claim))
            self.notify("Copied.", timeout=2)

    def action_theme(self) -> None:
        """Light or dark."""
        self.theme = "textual-dark" if not self.current_theme.dark else "textual-light"

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action by name, in the palette."""
        yield from super().get_system_commands(screen)
        for action in ACTIONS:
            if action.place in ("app", "claim"):
                yield SystemCommand(action.label, action.help, _runner(self, action.action))


def _runner(app: BrowseApp, action: str) -> Callable[[], object]:
    async def run() -> None:
        await app.run_action(action)

    return run


def run_browser(
    store: Store, *, query: str = "", who: str = "", weigh: Callable[[], object] | None = None
) -> None:  # fmt: skip
    """Opens the browser on a store until the user leaves it; raises UsageError on settings that
    cannot be used."""
    from cli.config import section

    app = BrowseApp(
        store, query=query, who=who, keys=section("keys"), theme=section("browse").get("theme"), weigh=weigh
    )  # fmt: skip
    keep_pace()
    app.run()
