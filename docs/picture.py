"""Makes docs/browse.svg, the README's picture, from the real browser on the demo's newsroom: `make
picture`."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from cli.browse.app import BrowseApp
from cli.jobs.add import add_paths
from cli.jobs.corroborate import bring_up_to_date
from cli.jobs.sample import newsroom
from store import Store, open_store

PICTURE = Path(__file__).with_name("browse.svg")
SIZE = (112, 30)
QUERY = "speaker:Marrant"
KEYS = ("down", "enter")
"""From the list of the speaker's claims into the article of the second one."""


async def _drawn(store: Store) -> str:
    app = BrowseApp(store, query=QUERY)
    async with app.run_test(size=SIZE) as pilot:
        for key in ("", *KEYS):
            await pilot.press(*([key] if key else []))
            await app.workers.wait_for_complete()
            await pilot.pause(0.2)
        return app.export_screenshot(title="onrecord browse " + QUERY)


def main() -> None:
    """Reads the newsroom, opens the browser, presses the keys and keeps what it shows."""
    with (
        TemporaryDirectory() as folder,
        newsroom() as editions,
        open_store(Path(folder, "demo.db")) as store,
    ):
        for path in editions:
            add_paths(store, [path])
        bring_up_to_date(store)
        drawn = asyncio.run(_drawn(store))
    # The fonts stand on a server of somebody's; a picture asks no network, and the reader's own
    # will do.
    drawn = re.sub(r"@font-face\s*\{.*?\}\s*", "", drawn, flags=re.DOTALL)
    PICTURE.write_text(
        drawn.replace("Fira Code, monospace", "Fira Code, ui-monospace, monospace"),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
