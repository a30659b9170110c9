"""The browser under a stopwatch, and how a key is sent and awaited."""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.events import Key

from cli.browse.app import BrowseApp
from cli.browse.rows import Rows


class Watched(BrowseApp):
    """The browser, with the time of its latest frame and the longest stretch in which it took no
    event."""

    CSS_PATH = Path(inspect.getfile(BrowseApp)).with_name("browse.tcss")
    drawn, stuck, shown_row = 0.0, 0.0, 0
    complaints: tuple[str, ...] = ()

    def notify(self, message: str, *, severity: Any = "information", **options: Any) -> None:
        super().notify(message, severity=severity, **options)
        if severity == "error":
            self.complaints = (*self.complaints, message)

    def _display(self, screen: Any, renderable: Any) -> None:
        super()._display(screen, renderable)
        self.drawn = time.perf_counter()
        for rows in self.screen_stack[0].query("#claim-rows").results(Rows):
            self.shown_row = rows.cursor

    async def watch(self) -> None:
        """Notes how much later than asked it is woken."""
        while True:
            asleep = time.perf_counter()
            await asyncio.sleep(0.002)
            self.stuck = max(self.stuck, time.perf_counter() - asleep - 0.002)

    def longest_block(self) -> float:
        """Milliseconds since the last question."""
        longest, self.stuck = self.stuck * 1000, 0.0
        return longest


async def press(app: Watched, rows: Rows, key: str) -> float:
    """Milliseconds until a key's row is drawn; not the pilot's press(), which waits until the whole
    process idles."""
    before, began = rows.cursor, time.perf_counter()
    driver = app._driver
    assert driver is not None
    driver.send_message(Key(key, key if len(key) == 1 else None))
    await until(lambda: app.shown_row != before and app.drawn > began, began)
    return (app.drawn - began) * 1000


def steady() -> float:
    """Milliseconds of a fixed piece of work that is as long as a key's, to tell a slow key from a
    slow machine."""
    began = time.perf_counter()
    counted: dict[int, str] = {}
    for i in range(60_000):
        counted[i % 977] = str(i)
    return (time.perf_counter() - began) * 1000


async def until(reached: Callable[[], object], began: float) -> float:
    """Milliseconds since a time until something is reached; raises TimeoutError after five
    minutes."""
    while not reached():
        await asyncio.sleep(0.001)
        if time.perf_counter() - began > 300:
            raise TimeoutError("no answer within five minutes")
    return (time.perf_counter() - began) * 1000
