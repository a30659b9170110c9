"""Where each widget stands on the browser's first screen; what they do stands with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Footer, Static, TabbedContent, TabPane

from cli.browse.articles_tab import Articles
from cli.browse.claims_tab import Claims
from cli.browse.facets import Facets
from cli.browse.filter_line import FilterLine
from cli.browse.reading_tab import Reading
from cli.browse.single_source_tab import Single
from cli.browse.speakers_tab import Speakers

if TYPE_CHECKING:
    from store.store import Store


def desk_panes(store: Store, query: str, opens: str) -> ComposeResult:
    """The filter, facets beside five tabs, how far review has come, and the footer."""
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
    yield Static(id="coverage")
    yield Footer(show_command_palette=False)
