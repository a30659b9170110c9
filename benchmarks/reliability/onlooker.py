"""The browser, open on a store while others write: it is driven by keys until a file is there, and says
how many screens it showed.

    python -m benchmarks.reliability.onlooker STORE STOP
"""

from __future__ import annotations

import asyncio
import itertools
import sys
from pathlib import Path

from cli.browse.app import BrowseApp
from store import open_store

KEYS = ("j", "j", "enter", "q", "2", "j", "k", "3", "j", "1", "k", "G", "g")
PAUSE_S = 0.05


async def look(location: str, stop: Path) -> int:
    """How many screens were shown."""
    shown = 0
    with open_store(location, create=False) as store:
        app = BrowseApp(store, reviewer="Kim")
        async with app.run_test(size=(100, 30)) as pilot:
            for key in itertools.cycle(KEYS):
                await pilot.press(key)
                await pilot.pause(PAUSE_S)
                shown += 1
                if stop.exists():
                    return shown
    return shown


if __name__ == "__main__":
    sys.stderr.write(f"{asyncio.run(look(sys.argv[1], Path(sys.argv[2])))}\n")
