"""Keys, jumps, searches and facets over a store that nobody else writes to."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from textual.pilot import Pilot

from benchmarks.browse.watched import Watched, press, steady, until
from cli.browse.frame_rate import keep_pace
from cli.browse.rows import Rows
from store.store import open_store


async def measure(path: Path) -> dict[str, float]:
    """Milliseconds from a key to the frame that answers it, and to what a worker brings."""
    found: dict[str, float] = {}
    with open_store(path) as store:
        app = Watched(store, reviewer="bench")
        keep_pace()
        began = time.perf_counter()
        async with app.run_test(size=(120, 40)) as pilot:
            watching = asyncio.create_task(app.watch())
            rows = app.query_one("#claim-rows", Rows)
            found["first screen"] = await until(
                lambda: rows.current is not None and rows.has_focus and app.drawn, began
            )
            app.longest_block()
            await _walk(app, rows, found, "while the rest loads", ["j"] * 60)
            found["whole order"] = await until(lambda: rows.done, began)
            found["blocked while the rest loads, worst"] = app.longest_block()
            await until(lambda: not any(w.is_running for w in app.workers), began)
            await _walk(
                app, rows, found, "when all is there", ["j"] * 60 + ["pagedown"] * 60 + ["k"] * 60
            )
            began = time.perf_counter()
            await press(app, rows, "G")
            found["last row read"] = await until(lambda: rows.current is not None, began)
            await _searches(app, rows, found)
            await _facets(app, pilot, found)
            watching.cancel()
    return {name: round(value, 1) for name, value in found.items()}


async def _walk(
    app: Watched, rows: Rows, found: dict[str, float], when: str, keys: Sequence[str]
) -> None:
    took, busy, same = list[float](), list[float](), list[float]()
    for key in keys:
        began = time.thread_time()
        took.append(await press(app, rows, key))
        busy.append((time.thread_time() - began) * 1000)
        same.append(steady())
    for name, times in (
        ("", took),
        (", CPU time of the screen", busy),
        (": as much work of a fixed kind", same),
    ):
        # A machine that is lent out by the slice stretches anything now and then: the last three
        # say by how much.
        found |= {f"key {when}{name}, {which}": value for which, value in _shape(times).items()}


def _shape(times: Sequence[float]) -> dict[str, float]:
    return {
        "median": statistics.median(times),
        "95 of 100": statistics.quantiles(times, n=20)[-1],
        "worst": max(times),
    }


async def _searches(app: Watched, rows: Rows, found: dict[str, float]) -> None:
    for typed in ("x4999", "ferry", "ferry x4999", "speaker:reyes77", "speaker:reyes7"):
        app.longest_block()
        began = time.perf_counter()
        app.in_force.apply(typed, typing=True)
        found[f"search {typed}, first rows"] = await until(lambda: rows.current is not None, began)
    found["blocked while searching, worst"] = app.longest_block()


async def _facets(app: Watched, pilot: Pilot[None], found: dict[str, float]) -> None:
    facets = app.query_one("#facets", Rows)
    for typed in ("", "ferry"):
        began = time.perf_counter()
        app.in_force.apply(typed)
        await pilot.press("F")
        found[f"all facets of {typed or 'everything'}"] = await until(
            lambda: facets.done and facets.count, began
        )
        await pilot.press("F")
    found["blocked while counting facets, worst"] = app.longest_block()
