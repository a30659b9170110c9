"""The browser: what stands on the screen, and which helper takes each key and each message."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import App, ComposeResult, SystemCommand
from textual.screen import Screen
from textual.widgets import TabbedContent, Tabs

from cli.browse.bindings import bindings, keymap
from cli.browse.colours import DARK, LIGHT
from cli.browse.counting import Counters
from cli.browse.decide_now import ReviewActions, Written
from cli.browse.decide_with_dialog import Question, ReviewDialogs
from cli.browse.desk import Desk
from cli.browse.draft_text import Draft, DraftText
from cli.browse.facets import Facet
from cli.browse.filter_line import FilterLine
from cli.browse.filtering import FilterInForce
from cli.browse.frame_rate import REST_SECONDS, Rest
from cli.browse.help import Page, help_page
from cli.browse.keys import DESK_ACTIONS
from cli.browse.missed_claim import MissedClaimDialogs
from cli.browse.navigation import Navigation
from cli.browse.pages_to_read import page_to_read
from cli.browse.palette import desk_commands
from cli.browse.panes import desk_panes, fit
from cli.browse.rows import Rows
from cli.browse.tab_lists import TabLists
from cli.browse.weighing import Weigher
from cli.views.citation import citation

if TYPE_CHECKING:
    from store.records.kinds import Comparison
    from store.store import Store


class BrowseApp(App[None]):
    """Claims, speakers, propositions and articles of a store, to read and to review."""

    CSS_PATH = "browse.tcss"
    TITLE = "onrecord"
    AUTO_FOCUS = None
    BINDINGS = bindings("claim", "app")

    def __init__(
        self, store: Store, *, query: str = "", reviewer: str = "", keys: Mapping[str, str] | None = None,
        theme: str | None = None, weigh: Callable[[], object] | None = None, opens: str = "claims",
        drafts: Sequence[Draft] = (),
    ) -> None:  # fmt: skip
        # Without colours the terminal's own ones are asked for, and Textual leaves even these away.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.ansi_theme_dark, self.ansi_theme_light = DARK, LIGHT
        self.animation_level = "none"  # a key to the end is there at once, as it is in the lists
        self._store, self._query, self._opens, self._drafts = store, query, opens, drafts
        self._keys, self._rest = keymap(keys or {}), Rest()
        self.desk = Desk(self)
        self.in_force = FilterInForce(self.desk, store, self._show_filtered)
        self.lists = TabLists(self.desk, self.in_force)
        self.weigher = Weigher(self.desk, store, weigh, self._show_weighed)
        self.counters = Counters(self.desk, store, self.in_force, self.weigher)
        self.navigation = Navigation(self.desk, self._show_tab)
        self.review = ReviewActions(self.desk, store, reviewer, self._show_decided)
        self.dialogs = ReviewDialogs(self.desk, store, self.review)
        self.missed_claim = MissedClaimDialogs(self.desk, store, self.review)
        if theme:
            self.theme = theme

    def compose(self) -> ComposeResult:
        """The filter, facets beside five tabs, how far review has come, and the footer."""
        yield from desk_panes(self._store, self._query, self._opens, self._drafts)

    def on_mount(self) -> None:
        """Fills the first tab; the others wait until they are looked at."""
        # A click on a tab leads into it; the row of tabs itself is no stop.
        self.query_one(Tabs).can_focus = False
        self.set_keymap(self._keys)
        # Before the first frame: what is typed meanwhile is for the list.
        self.navigation.enter(self.desk.tabs.active)
        self.in_force.submit(self._query)
        self.weigher.weigh_if_stale()
        self.set_interval(REST_SECONDS / 2, self._rest.use)

    async def on_event(self, event: events.Event) -> None:
        """Takes an event in, and notes that somebody is at the keyboard."""
        if isinstance(event, events.InputEvent):
            self._rest.touched()
        await super().on_event(event)

    def on_resize(self, event: events.Resize) -> None:
        """Panes stand above each other where there is no room beside."""
        fit(self, event.size.width)

    def _show_filtered(self) -> None:
        self.lists.fill(self.desk.tabs.active)
        self.counters.count()

    def _show_tab(self, tab: str) -> None:
        self.lists.fill(tab)
        if tab == "single":
            self.weigher.weigh_if_stale()

    def _show_weighed(self) -> None:
        if self.desk.is_open:
            self.lists.refill("single")
            self.lists.reload()
            self.counters.count()

    def _show_decided(self, written: Written) -> None:
        if not self.desk.is_open:
            return
        self.counters.latest_decision = written.message
        self.lists.reload()
        self.counters.count()
        active = self.desk.tabs.active
        if written.adds_row:
            self.lists.refill(active)
        self.lists.forget_hidden()
        if active == "single":
            self.weigher.weigh_if_stale()

    @on(Rows.Failed)
    def _complain(self, event: Rows.Failed) -> None:
        self.desk.complain(event.reason)

    @on(Rows.Chosen)
    @on(DraftText.Chosen)
    def _open(self, event: Rows.Chosen | DraftText.Chosen) -> None:
        if isinstance(event.item, Facet):
            self.in_force.toggle(event.item)
        else:
            self.navigation.open_item(event.item)

    @on(TabbedContent.TabActivated)
    def _follow_tab(self, event: TabbedContent.TabActivated) -> None:
        self.navigation.follow_tab(event.pane)

    @on(FilterLine.Changed, "#filter")
    def _follow_typing(self, event: FilterLine.Changed) -> None:
        self.in_force.follow(event.value)

    @on(FilterLine.Submitted, "#filter")
    def _submit_filter(self, event: FilterLine.Submitted) -> None:
        if self.in_force.submit(event.value):
            self.navigation.enter_list()

    # Keys: an action each, in the order of keys.py.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A slash is a letter within the filter; keys of the desk do nothing within a window."""
        if len(self.screen_stack) > 1 and action in DESK_ACTIONS:
            return False
        return action != "filter" or not isinstance(self.focused, FilterLine)

    def action_tab(self, tab: str) -> None:
        """Switches to a tab."""
        self.navigation.switch(tab)

    def action_filter(self) -> None:
        """Moves into the filter line."""
        self.screen.set_focus(self.query_one(FilterLine))

    def action_facets(self) -> None:
        """Shows the panel of facets, or hides it."""
        if self.navigation.toggle_facets():
            self.counters.count_facets()

    def action_help(self) -> None:
        """Shows the keys of what is focused."""
        self.push_screen(Page("Keys", help_page(self.desk.place, self._keys)))

    def action_theme(self) -> None:
        """Light or dark."""
        self.theme = "textual-dark" if not self.current_theme.dark else "textual-light"

    def action_undo(self) -> None:
        """Takes back the reviewer's latest act."""
        self.review.undo()

    def action_redo(self) -> None:
        """Brings back what was taken back last."""
        self.review.redo()

    @work(thread=True)
    def action_read(self, name: str) -> None:
        """Shows a page to read: the latest decisions, whom outlets quote, what editions changed."""
        article = self.desk.article_text.article
        page = page_to_read(name, self._store, self.in_force.filters, article)
        self.call_from_thread(self.push_screen, page)

    def action_leave(self) -> None:
        """One step back; leaves the browser where there is none."""
        if not self.navigation.retreat():
            self.exit()

    def action_step_back(self) -> None:
        """One step back; where there is none, the filter is cleared."""
        if not self.navigation.retreat():
            self.in_force.clear()

    def action_judge(self, status: str) -> None:
        """The extraction as a whole."""
        self.review.judge(status)

    def action_ask(self, about: Question) -> None:
        """Asks what stands in the place of a value of the claim in hand."""
        self.dialogs.ask(about)

    def action_missed(self) -> None:
        """Asks for a claim that the machine missed."""
        self.missed_claim.ask()

    def action_mark(self) -> None:
        """Remembers the claim to compare another one with."""
        self.review.mark()

    def action_pair(self, relation: Comparison, same: bool) -> None:
        """How the claim in hand stands to the marked one."""
        self.review.pair(relation, same)

    def action_read_wholly(self) -> None:
        """Marks the article as read to the end, or no longer."""
        self.review.read_wholly()

    def action_why(self) -> None:
        """Shows the panel of reasons, or hides it."""
        self.navigation.toggle_reasons()

    def action_copy(self) -> None:
        """Copies a line to cite the claim by."""
        if (claim := self.desk.claim_or_notice()) is not None:
            self.copy_to_clipboard(citation(claim))
            self.notify("Copied.", timeout=2)

    def action_next_pane(self, by: int) -> None:
        """The next pane, or the one before."""
        self.navigation.next_pane(by)

    def action_retreat(self) -> None:
        """One step back."""
        self.navigation.retreat()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action by name, in the palette."""
        yield from super().get_system_commands(screen)
        yield from desk_commands(self)
