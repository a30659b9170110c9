"""What a first look needs: pages that can be read to their end, room that is used, tabs and dialogs
that say what is so."""

from __future__ import annotations

from typing import Any

import pytest
from textual.containers import VerticalScroll
from textual.widgets import Input, Tab

from cli.browse.columns import CLAIM, fitted
from cli.browse.help import Page
from store.store import Store

SIZES = [(80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES)
def test_the_help_opens_with_focus_and_is_read_to_its_end(
    desk: Store, drive: Any, press: Any, size: tuple[int, int]
) -> None:
    """By the keys that scroll everything else, without a click."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "question_mark", wait=0.2)
        assert isinstance(app.screen, Page)
        scroll = app.screen.query_one(VerticalScroll)
        assert scroll.has_focus
        await press(app, pilot, "end", wait=0.3)
        assert scroll.scroll_y == scroll.max_scroll_y
        bottom = scroll.region.bottom
        assert bottom <= size[1]
        await press(app, pilot, "home", wait=0.3)
        assert scroll.scroll_y == 0

    drive(desk, steps, size)


def test_tabs_follow_a_resize(desk: Store, drive: Any, press: Any) -> None:
    """All five stand on the screen after it, the bar under the open one."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "3")
        await pilot.resize_terminal(120, 40)
        await press(app, pilot, wait=0.3)
        await pilot.resize_terminal(80, 24)
        words = await press(app, pilot, wait=0.3)
        assert all(f"{i} " in words for i in range(1, 6))
        assert all(tab.region.right <= 80 for tab in app.query(Tab))

    drive(desk, steps, (200, 50))


def test_the_chain_dialog_shows_the_present_chain(desk: Store, drive: Any, press: Any) -> None:
    """As text to be put right."""

    async def steps(app: Any, pilot: Any) -> None:
        words = await press(app, pilot, "c", wait=0.2)
        assert app.screen.query_one(Input).value == "Port Radio"
        assert "Port Radio" in words

    drive(desk, steps, (80, 24))


def test_an_outlet_is_not_cut_beside_free_space() -> None:
    """At 200 columns names have their room; at 80 and 160 all is as it was."""
    from rich.text import Text

    cells = [
        Text(word)
        for word in ("·", "Ilse Varga", "short", "The Harrow Ledger on Sunday", "2031-04-02")
    ]
    assert "The Harrow Ledger on Sunday " in fitted(CLAIM, cells, 200, marker=" ").plain
    for width in (80, 160, 200):
        assert fitted(CLAIM, cells, width, marker=" ").cell_len == width
