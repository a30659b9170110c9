"""Opens the browser with the user's settings; what it is stands in app.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from cli.browse.app import BrowseApp
from cli.browse.draft_text import Draft
from cli.browse.frame_rate import keep_pace
from cli.browse.tab_lists import opening_tab
from cli.config import section

if TYPE_CHECKING:
    from store.store import Store


def run_browser(
    store: Store, *, query: str = "", reviewer: str = "", weigh: Callable[[], object] | None = None,
    drafts: Sequence[Draft] = (),
) -> None:  # fmt: skip
    """Opens the browser on a store until the user leaves it; raises UsageError on settings that
    cannot be used."""
    keys, settings = section("keys"), section("browse")
    # Who types a query looks for claims; beside a draft it limits the record.
    opens = (
        "draft" if drafts else "claims" if query else opening_tab(settings.get("opens", "single"))
    )
    app = BrowseApp(
        store, query=query, reviewer=reviewer, keys=keys, theme=settings.get("theme"),
        weigh=weigh, opens=opens, drafts=drafts,
    )  # fmt: skip
    keep_pace()
    app.run()
