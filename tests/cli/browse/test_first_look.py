"""What a first look needs: pages that can be read to their end, room that is used, tabs and dialogs
that say what is so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.containers import VerticalScroll
from textual.widgets import Input, Static, Tab

from claims.errors import UsageError
from cli.browse.article import ArticleText
from cli.browse.columns import CLAIM, fitted
from cli.browse.help import Page
from cli.browse.run import run_browser
from store.records import Filters
from store.store import Store
from tests.cli.browse.conftest import shown

SMALL, LARGE = (80, 24), (120, 40)


@pytest.mark.parametrize("size", [SMALL, pytest.param(LARGE, marks=pytest.mark.slow)])
def test_the_help_opens_with_focus_and_is_read_to_its_end(
    desk: Store, drive: Any, press: Any, size: tuple[int, int]
) -> None:
    """By the keys that scroll everything else, without a click."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "question_mark")
        assert isinstance(app.screen, Page)
        scroll = app.screen.query_one(VerticalScroll)
        assert scroll.has_focus and "esc closes" in " ".join(shown(app).split())
        assert scroll.region.bottom <= size[1]
        for forth, back in (
            ("end", "home"),
            ("G", "g"),
            ("pagedown", "pageup"),
            ("j", "k"),
            ("down", "up"),
        ):
            words = await press(app, pilot, forth)
            assert scroll.scroll_y > 0
            if forth in ("end", "G"):
                assert scroll.scroll_y == scroll.max_scroll_y and "≠ contested" in words
            await press(app, pilot, back)
            assert scroll.scroll_y == 0

    drive(desk, steps, size)


@pytest.mark.parametrize(
    ("size", "keys"),
    [
        (SMALL, ("enter", "w")),
        pytest.param(SMALL, ("w",), marks=pytest.mark.slow),
        (LARGE, ("w",)),
        pytest.param(LARGE, ("enter", "w"), marks=pytest.mark.slow),
    ],
)
def test_the_reasons_open_with_focus_and_are_read_to_their_end(
    desk: Store, drive: Any, press: Any, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    """From a list and in an article; decisions are still of the claim in hand, and w closes them."""

    async def steps(app: Any, pilot: Any) -> None:
        words = await press(app, pilot, *keys)
        panel = app.query_one("#reasons-of-claim")
        assert panel.has_focus and panel.region.bottom <= size[1]
        assert "j k PgDn PgUp scroll · w closes" in words
        long = Static("\n".join(f"line {i}" for i in range(90)))
        await panel.mount(long)
        assert "line 89" in await press(app, pilot, "G")
        await press(app, pilot, "k", "pageup")
        assert 0 < panel.scroll_y < panel.max_scroll_y
        await press(app, pilot, "a")
        assert desk.claims.coverage(Filters()).counts.get("correct") == 1
        await press(app, pilot, "w")
        assert isinstance(app.focused, ArticleText) and not panel.display

    drive(desk, steps, size)


def test_the_reasons_of_a_wide_screen_are_gone_into_first(
    desk: Store, drive: Any, press: Any
) -> None:
    """They stand there already."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "enter")
        panel = app.query_one("#reasons-of-claim")
        assert panel.display and not panel.has_focus
        await press(app, pilot, "w")
        assert panel.has_focus

    drive(desk, steps, (160, 40))


def test_it_opens_on_what_needs_eyes_first(
    desk: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Unless a query is typed, or the settings name another tab; a tab that is none is refused."""
    opened: list[str] = []
    monkeypatch.setattr("cli.browse.app.BrowseApp.run", lambda app: opened.append(app._opens))
    run_browser(desk)
    run_browser(desk, query="speaker:Varga")
    settings = tmp_path / "config.toml"
    monkeypatch.setenv("ONRECORD_CONFIG", str(settings))
    settings.write_text('[browse]\nopens = "articles"\n', encoding="utf-8")
    run_browser(desk)
    assert opened == ["single", "claims", "articles"]
    settings.write_text('[browse]\nopens = "tea"\n', encoding="utf-8")
    with pytest.raises(
        UsageError, match="opens: 'tea' is none of claims, speakers, single, articles"
    ):
        run_browser(desk)


def test_the_first_screen_says_its_order_and_has_the_focus(
    desk: Store, drive: Any, press: Any
) -> None:
    """The row that most outlets carry on one origin, or perhaps one, is under the cursor."""

    async def steps(app: Any, pilot: Any) -> None:
        words = await press(app, pilot)
        assert app.focused.id == "verdict-rows" and "what needs eyes first" in words
        assert app.focused.current.label == "POSSIBLY SINGLE"
        await press(app, pilot, "enter")
        assert isinstance(app.focused, ArticleText)

    drive(desk, steps, opens="single")


def test_tabs_follow_a_resize(desk: Store, drive: Any, press: Any) -> None:
    """All five stand on the screen after it, the bar under the open one."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "3")
        await pilot.resize_terminal(120, 40)
        await press(app, pilot)
        await pilot.resize_terminal(80, 24)
        words = await press(app, pilot)
        assert all(f"{i} " in words for i in range(1, 6))
        assert all(tab.region.right <= 80 for tab in app.query(Tab))

    drive(desk, steps, (200, 50))


def test_the_chain_dialog_shows_the_present_chain(desk: Store, drive: Any, press: Any) -> None:
    """As text to be put right, and from the claim's words back to the outlet."""

    async def steps(app: Any, pilot: Any) -> None:
        words = await press(app, pilot, "c")
        assert app.screen.query_one(Input).value == "Port Radio"
        assert "← Ilse Varga ← Port Radio ← Tidewater Agency ← Coast Post" in words

    drive(desk, steps, (80, 24))


@pytest.mark.parametrize("width", [120, 160, 200])
def test_an_outlet_is_not_cut_beside_free_space(width: int) -> None:
    """However short or long the claim is; at 80 a claim has its room first."""
    from rich.text import Text

    for claim in ("short", "long " * 60):
        row = ("·", "Ilse Varga", claim, "The Harrow Ledger on Sunday", "2031-04-02")
        cells = [Text(word) for word in row]
        line = fitted(CLAIM, cells, width, marker=" ")
        assert "The Harrow Ledger on Sunday " in line.plain
        for each in (width, 80):
            assert fitted(CLAIM, cells, each, marker=" ").cell_len == each


def test_columns_are_as_wide_as_what_stands_in_them(desk: Store, drive: Any, press: Any) -> None:
    """A longer name that comes into sight makes room for itself; titles stand above their column."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot)
        title, *rows = [
            line for line in shown(app).splitlines() if "Post" in line or "OUTLET" in line
        ]
        assert {line.index("Post") - len("Coast ") for line in rows if "Coast Post" in line} == {
            title.index("OUTLET")
        }

    drive(desk, steps, (120, 40))


@pytest.mark.parametrize("setting", [{}, {"NO_COLOR": "1"}])
def test_claims_are_told_apart_by_shape_where_there_is_no_colour(
    desk: Store, drive: Any, press: Any, monkeypatch: pytest.MonkeyPatch, setting: dict[str, str]
) -> None:
    """The claim in hand, the others, cue and source, each label and who vouches, in the same
    letters."""
    for name, value in setting.items():
        monkeypatch.setenv(name, value)

    async def steps(app: Any, pilot: Any) -> None:
        words = await press(app, pilot, "j", "enter")
        assert all(sign in words for sign in ("«", "»", "‹", "›", "[said]", "{Mayor Ilse Varga}"))
        assert "shut›" in words and "›◔2 Ilse Varga · SINGLE: 1 origin, 2" in words

    drive(desk, steps, (120, 40))


def test_who_vouches_is_shown_beside_or_below_and_hidden_by_a_key(
    desk: Store, drive: Any, press: Any
) -> None:
    """Beside the text where there is room; a click on a note takes its claim."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "enter")
        rows = [line for line in shown(app).splitlines() if "2 Ilse Varga" in line]
        assert len(rows) == 1 and ("│" in rows[0]) is (app.size.width > 100)
        note = shown(app).splitlines().index(rows[0])
        await pilot.click(offset=(rows[0].index("2 Ilse"), note))
        await press(app, pilot)
        assert app.focused.claim.quote == "the ferry runs"
        assert "2 Ilse Varga" not in await press(app, pilot, "v")
        assert "2 Ilse Varga" in await press(app, pilot, "v")

    for size in (SMALL, LARGE):
        drive(desk, steps, size)


def test_sentences_that_nobody_is_named_for_are_faint(
    desk: Store, drive: Any, press: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And only those; where there are colours Textual mixes a fainter one."""
    monkeypatch.setenv("NO_COLOR", "1")

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "enter")
        faint = {
            segment.text.strip()
            for strip in app.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.dim and segment.text.strip()
        }
        assert "Filler line." in faint
        assert not any("Varga" in words or "shut" in words for words in faint)

    drive(desk, steps)


def test_a_claim_is_in_sight_before_a_slow_terminal_has_its_bar(
    desk: Store, drive: Any, press: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An article opens at the claim, however late its lines are painted."""
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", 0.3)

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "3", "j", "l", "l")
        assert "«tolls rise»" in await press(app, pilot, "enter")

    drive(desk, steps)
