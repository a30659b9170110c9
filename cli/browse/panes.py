"""Where each widget stands on the browser's first screen; what they do stands with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Footer, Static, TabbedContent, TabPane

from cli.browse.articles_tab import Articles
from cli.browse.claims_tab import Claims
from cli.browse.draft_tab import DraftTab
from cli.browse.draft_text import Draft
from cli.browse.facets import Facets
from cli.browse.filter_line import FilterLine
from cli.browse.reading_tab import Reading
from cli.browse.single_source_tab import Single
from cli.browse.speakers_tab import Speakers

if TYPE_CHECKING:
    from store.store import Store

NARROW_COLUMNS, WIDE_COLUMNS = 100, 140
"""Below the first, panes stand above each other."""


def fit(app: App[None], columns: int) -> None:
    """Tells the panes how much room there is."""
    app.set_class(columns < NARROW_COLUMNS, "narrow")
    app.set_class(columns >= WIDE_COLUMNS, "wide")


def desk_panes(store: Store, query: str, opens: str, drafts: Sequence[Draft]) -> ComposeResult:
    """The filter, facets beside five tabs and that of a draft where there is one, how far review has come,
    and the footer."""
    yield FilterLine(query)
    with Horizontal(id="desk"):
        yield Facets()
        with TabbedContent(initial=opens):
            with TabPane("1 Claims", id="claims"):
                yield Claims(store)
            with TabPane("2 Speakers", id="speakers"):
                yield Speakers(store)
            with TabPane("3 Single source", id="single"):
                yield Single(store)
            with TabPane("4 Articles", id="articles"):
                yield Articles(store)
            with TabPane("5 Reading", id="article"):
                yield Reading(store)
            if drafts:
                with TabPane("6 Draft", id="draft"):
                    yield DraftTab(drafts)
    yield Static(id="coverage")
    yield Footer(show_command_palette=False)
