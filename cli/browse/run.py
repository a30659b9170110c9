"""Opens the browser with the user's settings; what it is stands in app.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cli.browse.app import BrowseApp
from cli.browse.frame_rate import keep_pace
from cli.config import section

if TYPE_CHECKING:
    from store.store import Store


def run_browser(
    store: Store, *, query: str = "", reviewer: str = "", weigh: Callable[[], object] | None = None
) -> None:  # fmt: skip
    """Opens the browser on a store until the user leaves it; raises UsageError on settings that
    cannot be used."""
    keys, theme = section("keys"), section("browse").get("theme")
    app = BrowseApp(store, query=query, reviewer=reviewer, keys=keys, theme=theme, weigh=weigh)
    keep_pace()
    app.run()
