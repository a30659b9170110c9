"""The audit in the browser: of what the filter leaves, closed by a key."""

from __future__ import annotations

from typing import Any

from store.store import Store


def test_a_key_shows_whom_outlets_quote_under_the_filter(
    desk: Store, drive: Any, press: Any
) -> None:
    """Charts of the claims in sight; escape leads back."""

    async def steps(app: Any, pilot: Any) -> None:
        screen = await press(app, pilot, "A")
        assert (
            "Whom outlets quote" in screen
            and "Claims over time" in screen
            and "no filter" in screen
        )
        await press(app, pilot, "escape")
        screen = await press(app, pilot, "slash", *"nothingatall", "enter", "A")
        assert "No claim passes the filter." in screen

    drive(desk, steps)
