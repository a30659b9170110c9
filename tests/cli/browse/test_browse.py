"""The browser is driven by keys on a made-up library, as a person would."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType
from typing import Any

import pytest


def test_speakers_come_first_with_their_claims(made_up: ModuleType, drive: Any, press: Any) -> None:
    """The first tab lists speakers and what the one under the cursor says."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, wait=0.3)
        assert "Ilse Varga" in screen
        assert "the bridge" in screen

    drive(made_up.MadeUp(), steps)


def test_enter_opens_the_claim_in_its_article(made_up: ModuleType, drive: Any, press: Any) -> None:
    """Content, cue and source are told apart by marks, the chain stands below."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "2")
        screen = await press(app, pilot, "enter")
        assert "«the bridge" in screen
        assert "[said]" in screen
        assert "{Mayor Ilse Varga}" in screen
        assert "← Ilse Varga ← Port Radio ← Tidewater Agency ← Harrow Ledger" in " ".join(screen.split())
        assert "claim 1 of 2" in screen

    drive(made_up.MadeUp(), steps)


def test_n_and_p_walk_the_claims_of_an_article(made_up: ModuleType, drive: Any, press: Any) -> None:
    """The next claim is scrolled into sight, and the one before it again."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "2")
        await press(app, pilot, "enter")
        assert "«tolls rise»" in await press(app, pilot, "n")
        assert "claim 2 of 2" in await press(app, pilot, "n")
        assert "claim 1 of 2" in await press(app, pilot, "p")

    drive(made_up.MadeUp(), steps)


@pytest.mark.parametrize("back", ["q", "escape", "h"])
def test_back_returns_to_the_list(made_up: ModuleType, drive: Any, press: Any, back: str) -> None:
    """q, escape and h lead from an article to the list it was opened from."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "2")
        await press(app, pilot, "j", "enter")
        await press(app, pilot, back)
        assert app.focused.id == "claim-rows"
        assert app.focused.cursor == 1

    drive(made_up.MadeUp(), steps)


def test_check_lists_unnamed_single_sources_first(made_up: ModuleType, drive: Any, press: Any) -> None:
    """Propositions stand in order of urgency, with the reasons at the side."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "4")
        assert screen.index("SINGLE unnamed") < screen.index("CORROBORATED")
        assert "because" in screen
        assert "«tolls rise»" in await press(app, pilot, "enter")

    drive(made_up.MadeUp(), steps)


@pytest.mark.parametrize(("keys", "row"), [("jj", 2), ("jk", 0), ("G", 299), ("Gg", 0), ("G k", 299)])
def test_vim_keys_move(made_up: ModuleType, drive: Any, press: Any, keys: str, row: int) -> None:
    """j, k, g and G move as in vim; other keys do nothing."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "2")
        await press(app, pilot, *keys.replace(" k", ""))
        assert app.focused.cursor == row

    drive(made_up.MadeUp(300), steps)


def test_arrow_keys_move(made_up: ModuleType, drive: Any, press: Any) -> None:
    """Arrows, page keys, home and end move too."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "2", "down", "down", "up")
        assert app.focused.cursor == 1
        await press(app, pilot, "pagedown")
        assert app.focused.cursor > 10
        await press(app, pilot, "end")
        assert app.focused.cursor == 299
        await press(app, pilot, "home")
        assert app.focused.cursor == 0

    drive(made_up.MadeUp(300), steps)


def test_h_and_l_change_panes(made_up: ModuleType, drive: Any, press: Any) -> None:
    """l goes to a speaker's claims, h back to the speakers."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "l")
        assert app.focused.id == "speaker-claims"
        await press(app, pilot, "h")
        assert app.focused.id == "speaker-rows"

    drive(made_up.MadeUp(), steps)


def test_only_pages_in_sight_are_fetched(made_up: ModuleType, drive: Any, press: Any) -> None:
    """Of a long list the first and the last page are asked for, never the middle."""
    library = made_up.MadeUp(5000)

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "2")
        assert "tolls rise" in await press(app, pilot, "G")

    drive(library, steps)
    assert set(library.pages) <= {0, 4800, 4900}


def test_filter_words_narrow_every_list(made_up: ModuleType, drive: Any, press: Any) -> None:
    """The query's words reach the library as filters, and j typed in the line is a letter."""
    library = made_up.MadeUp()

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "2", "slash", *"speaker:varga")
        await press(app, pilot, "enter")
        assert app.focused.id == "claim-rows"
        assert app.focused.count == 1

    drive(library, steps)
    assert library.asked[-1].speaker


def test_letters_in_the_filter_are_no_commands(made_up: ModuleType, drive: Any, press: Any) -> None:
    """q, j and 1 are typed, escape leaves the filter as it was."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "2", "slash", *"qj1")
        assert app.focused.value == "qj1"
        await press(app, pilot, "escape")
        assert app.focused.id == "claim-rows"
        assert app.query_one("#filter").value == ""

    drive(made_up.MadeUp(), steps)


def test_letters_typed_fast_behind_the_slash_are_kept(made_up: ModuleType, drive: Any, press: Any) -> None:
    """What is in the keyboard's buffer behind / goes to the filter, not to the tabs."""

    async def steps(app: Any, pilot: Any) -> None:
        from textual.events import Key

        await press(app, pilot, "2")
        for letter in "/j1":
            app.post_message(Key("slash" if letter == "/" else letter, letter))
        await press(app, pilot)
        assert app.query_one("#filter").value == "j1"

    drive(made_up.MadeUp(), steps)


def test_dates_are_shown_whole_beside_the_scroll_bar(made_up: ModuleType, drive: Any, press: Any) -> None:
    """No column is cut by the bar at the side, at 80 columns."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "2")
        assert screen.count("2031-04-02") > 10

    drive(made_up.MadeUp(300), steps)


def test_reasons_are_reached_and_left_by_key(made_up: ModuleType, drive: Any, press: Any) -> None:
    """l goes to the reasons of a verdict, h back to the list."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "4", "l")
        assert app.focused.id == "why"
        assert "In the reasons" in await press(app, pilot, "question_mark")
        await press(app, pilot, "escape", "h")
        assert app.focused.id == "verdict-rows"

    drive(made_up.MadeUp(), steps)


def test_a_click_on_a_tab_leads_into_it(made_up: ModuleType, drive: Any, press: Any) -> None:
    """After a click the tab's list has the focus."""

    async def steps(app: Any, pilot: Any) -> None:
        await pilot.click("#--content-tab-check")
        await press(app, pilot)
        assert app.focused.id == "verdict-rows"

    drive(made_up.MadeUp(), steps)


def test_a_wrong_filter_is_said_and_kept_for_mending(made_up: ModuleType, drive: Any, press: Any) -> None:
    """A date that is none brings a message, not a crash, and the list stays."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "slash", *"since:[/red]", "enter")
        assert "no date" in screen
        assert app.focused.id == "filter"

    drive(made_up.MadeUp(), steps)


def test_a_query_at_the_start_opens_the_claims(made_up: ModuleType, drive: Any, press: Any) -> None:
    """The query given on the command line is in force and in the line."""

    async def steps(app: Any, pilot: Any) -> None:
        assert app.query_one("#claim-rows").count == 0
        assert app.query_one("#filter").value == "speaker:nobody"

    drive(made_up.MadeUp(), steps, query="speaker:nobody")


@pytest.mark.parametrize("place", [("1",), ("2",), ("2", "enter"), ("4",), ("slash",)])
def test_help_opens_anywhere_but_in_the_filter(made_up: ModuleType, drive: Any, press: Any, place: Any) -> None:
    """? explains what is focused; in the filter it is a letter."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, *place)
        screen = await press(app, pilot, "question_mark")
        assert ("Everywhere" in screen) == (place != ("slash",))
        assert ("next claim" in screen) == ("enter" in place)
        await press(app, pilot, "escape")

    drive(made_up.MadeUp(), steps)


@pytest.mark.parametrize("place", [("1",), ("1", "l"), ("2",), ("2", "enter"), ("4",)])
def test_hostile_text_never_reaches_the_terminal(made_up: ModuleType, drive: Any, press: Any, place: Any) -> None:
    """Escapes and bidi overrides are dropped, markup stays letters, nothing crashes."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = ""
        for key in place:
            screen = await press(app, pilot, key, wait=0.3)
        assert not set("\x1b\x07\x9b\u202e") & set(screen)
        if place[0] == "2":
            assert "[/red]" in screen

    drive(made_up.MadeUp(), steps)


@pytest.mark.parametrize("key", ["1", "2", "3", "4"])
def test_an_empty_library_says_so(made_up: ModuleType, drive: Any, press: Any, key: str) -> None:
    """Every tab has a word for nothing, and its keys do no harm."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, key)
        assert "No " in screen
        await press(app, pilot, "j", "G", "k", "enter", "n", "p", "l", "h")
        assert app.is_running

    drive(made_up.MadeUp(0), steps)


def test_q_leaves_at_the_first_screen(made_up: ModuleType, drive: Any, press: Any) -> None:
    """q ends the browser where there is no way back; escape does not."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "escape")
        assert app._exit is False
        await pilot.press("q")
        await pilot.pause()
        assert app._exit is True

    drive(made_up.MadeUp(), steps)


def test_every_action_of_the_registry_exists(made_up: ModuleType) -> None:
    """No key of the registry leads nowhere."""
    from cli.browse.app import BrowseApp
    from cli.browse.article import ArticleText
    from cli.browse.check import Why
    from cli.browse.filter_line import FilterLine
    from cli.browse.help import Help
    from cli.browse.keys import ACTIONS
    from cli.browse.rows import Rows

    owners = {"app": BrowseApp, "list": Rows, "article": ArticleText, "filter": FilterLine, "help": Help, "side": Why}
    for action in ACTIONS:
        name = action.action.partition("(")[0]
        owner = BrowseApp if name.startswith("app.") else owners[action.place]
        assert hasattr(owner, "action_" + name.removeprefix("app.")), action


def test_the_browser_loads_no_language_engine() -> None:
    """Opening the browser imports neither spaCy nor the detector's runtime."""
    code = "import sys, cli.browse.app; assert not {'spacy', 'onnxruntime'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
