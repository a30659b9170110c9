"""The browser is driven by keys on a real store, as a person would: lists, records, reading,
leaving."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest

from store.records import Filters
from store.store import Store


def test_claims_come_first_with_how_far_review_has_come(
    desk: Store, drive: Any, press: Any
) -> None:
    """The first screen lists claims, and says how many are reviewed."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "k")
        assert "Ilse Varga" in screen and "2031-04-02" in screen
        assert "0 of 10 reviewed" in screen
        assert app.focused.id == "claim-rows"

    drive(desk, steps)


def test_the_article_marks_every_claim_and_the_one_in_hand(
    desk: Store, drive: Any, press: Any
) -> None:
    """Signs tell content, cue and source apart without colour; the chain stands below."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "j", "enter")
        assert "«the ferry runs»" in screen and "[said]" in screen and "{Varga}" in screen
        assert "‹the bridge" in screen
        assert "← Ilse Varga ← Tidewater Agency" in screen
        assert "claim 2 of 4" in screen
        screen = await press(app, pilot, "right_square_bracket")
        assert "«tolls rise»" in screen and "claim 3 of 4" in screen
        assert "claim 2 of 4" in await press(app, pilot, "left_square_bracket")

    drive(desk, steps)


def test_back_returns_to_the_list(desk: Store, drive: Any, press: Any) -> None:
    """q, escape and h lead from an article to the list and the row it was opened from."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "j")
        for back in ("q", "escape", "h"):
            await press(app, pilot, "enter")
            assert app.focused.id != "claim-rows"
            await press(app, pilot, back)
            assert (app.focused.id, app.focused.cursor) == ("claim-rows", 1)

    drive(desk, steps)


def test_the_record_of_a_speaker(desk: Store, drive: Any, press: Any) -> None:
    """Names, counts and dates, and every claim of exactly that speaker."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "2")
        assert "4 claims, 2 articles, 2 outlets" in screen and "also: " in screen
        await press(app, pilot, "l")
        assert app.focused.id == "speaker-claims" and app.focused.count == 4
        await press(app, pilot, "h")
        assert app.focused.id == "speaker-rows"

    drive(desk, steps)


def test_single_source_shows_interval_reasons_and_evidence(
    desk: Store, drive: Any, press: Any
) -> None:
    """What most outlets carry comes first, and of those as many carry what has no name."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "3")
        rows = app.query_one("#verdict-rows")
        assert rows.current.label == "POSSIBLY SINGLE"
        screen = await press(app, pilot, "j")
        assert not rows.current.named and rows.current.origins_max == 1
        assert "SINGLE unnamed" in screen and "tolls rise" in screen
        await press(app, pilot, "l", "l")
        assert app.focused.id == "verdict-claims" and app.desk.claim is not None
        assert "«tolls rise»" in await press(app, pilot, "enter")

    drive(desk, steps)


def test_copies_are_folded_under_their_original(desk: Store, drive: Any, press: Any) -> None:
    """One key shows them, with how much they share, and hides them again."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "4")
        assert app.focused.count == 3 and "+1" in screen
        screen = await press(app, pilot, "d")
        assert app.focused.count == 4 and "↳" in screen and "the same" in screen
        await press(app, pilot, "d")
        assert app.focused.count == 3
        assert "claim 1 of 4" in await press(app, pilot, "enter")

    drive(desk, steps)


def test_the_reading_key_opens_the_claim_in_hand(desk: Store, drive: Any, press: Any) -> None:
    """Where no article is open yet; the way back leads to the list."""

    async def steps(app: Any, pilot: Any) -> None:
        assert "«the ferry runs»" in await press(app, pilot, "j", "5")
        await press(app, pilot, "q")
        assert (app.focused.id, app.focused.cursor) == ("claim-rows", 1)

    drive(desk, steps)


def test_every_list_says_how_far_its_review_has_come(desk: Store, drive: Any, press: Any) -> None:
    """The record of a speaker and the claims of a proposition count their own."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "a")
        screen = await press(app, pilot, "2")
        assert "1 of 4 reviewed" in screen and "1 of 10 reviewed" in screen
        assert "of 2 reviewed" in await press(app, pilot, "3")

    drive(desk, steps)


@pytest.mark.parametrize("size", [(80, 24), pytest.param((200, 50), marks=pytest.mark.slow)])
def test_hostile_text_never_reaches_the_terminal(
    desk: Store, drive: Any, press: Any, size: Any
) -> None:
    """On every screen escapes and bidi overrides are dropped, markup stays letters, long names are
    cut."""

    async def steps(app: Any, pilot: Any) -> None:
        for keys in (
            "1G",
            "w",
            "q",
            "s",
            "escape",
            "e",
            "enter",
            "escape",
            "x",
            "D",
            "q",
            "2G",
            "3G",
            "4G",
            "F",
        ):
            screen = await press(app, pilot, *([keys] if keys in ("escape", "enter") else keys))
            assert not set("\x1b\x07\x9b\u202e") & set(screen)
            assert keys != "1G" or "[/red]" in screen
        assert desk.claims.coverage(Filters()).counts["wrong"] == 1

    drive(desk, steps, size)


def test_an_empty_store_says_so(tmp_path: Any, drive: Any, press: Any) -> None:
    """Every tab has a word for nothing, and no key does harm."""
    from store.store import open_store

    async def steps(app: Any, pilot: Any) -> None:
        for tab in "12345":
            assert "No " in await press(app, pilot, tab)
            for key in ("G", "enter", "a", "s", "e", "n", "z", "m", "y", "w", "l"):
                await pilot.press(key)
        assert app.is_running

    with open_store(tmp_path / "empty.db") as store:
        drive(store, steps)


def test_q_leaves_at_the_first_screen(desk: Store, drive: Any, press: Any) -> None:
    """q ends the browser where there is no way back; escape does not."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "escape")
        assert app._exit is False
        await pilot.press("q")
        await pilot.pause()
        assert app._exit is True

    drive(desk, steps)


def test_the_mouse_opens_and_takes(desk: Store, drive: Any, press: Any) -> None:
    """A click moves, a second one opens; in the article a click takes the claim under it; tabs are
    clicked too."""

    async def steps(app: Any, pilot: Any) -> None:
        await pilot.click("#claim-rows", offset=(10, 2))
        await press(app, pilot)
        assert app.focused.cursor == 1
        await pilot.click("#claim-rows", offset=(10, 2))
        await press(app, pilot)
        assert app.focused.id == "body" and app.focused.place[0] == 2
        line = app.focused._layout.line_of(app.focused.claims[0].content[0].start)
        await pilot.click("#body", offset=(30, line - int(app.focused.scroll_offset.y)))
        await press(app, pilot)
        assert app.focused.place[0] == 1
        await pilot.click("#--content-tab-single")
        await press(app, pilot)
        assert app.focused.id == "verdict-rows"

    drive(desk, steps)


def test_a_line_to_cite_by_is_copied(desk: Store, drive: Any, press: Any) -> None:
    """Quote, speaker, through whom, outlet and date."""

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "j", "y")
        assert app.clipboard.startswith(
            "Ilse Varga (in the article's words): the ferry runs — Coast Post"
        )
        assert ", 2031-04-02 [onrecord " in app.clipboard

    drive(desk, steps)


def test_only_pages_in_sight_are_fetched(
    drive: Any, press: Any, desk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a list of five thousand the first and the last page are asked for, never the middle."""
    from array import array

    asked: list[int] = []

    def numbers(filters: Filters, first: int = 100) -> Any:
        yield array("q", range(first))
        yield array("q", range(first, 5000))

    def by_number(numbers: Any) -> Any:
        asked.append(numbers[0])
        return one_claim * len(numbers)

    one_claim = list(desk.claims.select(limit=1))
    monkeypatch.setattr(desk.claims, "numbers", numbers)
    monkeypatch.setattr(desk.claims, "by_number", by_number)

    async def steps(app: Any, pilot: Any) -> None:
        await press(app, pilot, "G")
        assert app.focused.cursor == 4999

    drive(desk, steps)
    assert set(asked) <= {0, 4800, 4900}


def test_the_browser_loads_no_language_engine() -> None:
    """Opening the browser and deciding imports neither spaCy nor the detector's runtime."""
    loads = "import sys, cli.browse.app, cli.jobs.corroborate, claims.corroborate.incremental"
    code = loads + "; assert not {'spacy', 'onnxruntime'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
