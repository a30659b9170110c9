"""What somebody who has never seen the browser meets in the first minute."""

from __future__ import annotations

from typing import Any

from store.store import Store


def test_what_is_typed_before_the_first_rows_is_for_the_list(
    desk: Store, drive: Any, press: Any
) -> None:
    """The list has the focus from the first frame; nothing lands in the filter."""

    async def steps(app: Any, pilot: Any) -> None:
        assert app.AUTO_FOCUS is None and app.focused.id == "claim-rows"
        await press(app, pilot, "j", "j")
        assert app.query_one("#filter").value == ""
        assert app.query_one("#claim-rows").cursor == 2

    drive(desk, steps)


def test_escape_on_the_first_list_clears_the_filter_and_says_what_it_was(
    desk: Store, drive: Any, press: Any
) -> None:
    """Nobody is left with an empty list and no way out; q leaves as ever."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "slash", *"zzzz", "enter")
        assert "Nothing passes the filter; escape clears it." in screen
        screen = await press(app, pilot, "escape")
        assert "it was: zzzz" in screen and "0 of 10 reviewed" in screen
        assert app.query_one("#filter").value == "" and app.query_one("#claim-rows").count == 10
        await press(app, pilot, "escape")
        assert app.is_running

    drive(desk, steps)


def test_the_footer_offers_only_what_the_focused_pane_does(
    desk: Store, drive: Any, press: Any
) -> None:
    """Enter leads to a speaker's claims; what is decided on a claim is offered where claims are."""

    def offered(app: Any) -> set[str]:
        return {
            held.binding.description
            for held in app.screen.active_bindings.values()
            if held.binding.show
        }

    async def steps(app: Any, pilot: Any) -> None:
        assert {"Open", "Correct", "Wrong", "Speaker"} <= offered(app)
        await press(app, pilot, "2")
        assert "Claims" in offered(app) and not {"Open", "Correct", "Wrong"} & offered(app)
        await press(app, pilot, "enter")
        assert app.focused.id == "speaker-claims" and {"Open", "Correct"} <= offered(app)
        await press(app, pilot, "3", "right")
        assert app.focused.id == "tree" and not {"Open", "Correct"} & offered(app)
        await press(app, pilot, "F")
        assert "Tick" in offered(app) and "Open" not in offered(app)

    drive(desk, steps)
