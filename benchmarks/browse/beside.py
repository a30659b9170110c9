"""Keys and judgements while another process adds articles to the same store."""

from __future__ import annotations

import asyncio
import signal
import statistics
import sys
import time
from pathlib import Path

from textual.events import Key

from benchmarks.browse.made import lines
from benchmarks.browse.watched import Watched, press, until
from cli.browse.frame_rate import keep_pace
from cli.browse.rows import Rows
from store.store import open_store

WRITTEN = 500
"""Articles that the other process adds."""
JUDGED = 40
"""Judgements made while the other process writes; it is then interrupted."""


async def measure_beside_a_writer(path: Path) -> dict[str, float]:
    """Milliseconds of keys and judgements while another process adds articles to the same store."""
    added = path.with_suffix(".jsonl")
    added.write_text("".join(lines(WRITTEN)), encoding="utf-8")
    code = "from cli.main import main; import sys; sys.exit(main(sys.argv[1:]))"
    adding = [sys.executable, "-c", code, "add", str(added), "--store", str(path)]
    found: dict[str, float] = {}
    with open_store(path) as store:
        app = Watched(store, reviewer="bench")
        keep_pace()
        async with app.run_test(size=(120, 40)):
            rows = app.query_one("#claim-rows", Rows)
            began = time.perf_counter()
            await until(lambda: rows.done and rows.current is not None and rows.has_focus, began)
            writer = await asyncio.create_subprocess_exec(
                *adding, stderr=asyncio.subprocess.DEVNULL
            )
            keys, judged = list[float](), list[float]()
            while writer.returncode is None and len(judged) < JUDGED:
                keys += [await press(app, rows, key) for key in ("j", "j", "k")]
                judged.append(await _judge(app))
            if writer.returncode is None:
                writer.send_signal(signal.SIGINT)
                await writer.wait()
        found |= {"key, median": statistics.median(keys), "key, worst": max(keys)}
        found |= {
            "judgement in force, median": statistics.median(judged),
            "judgement in force, worst": max(judged),
        }
        found |= {"judgements": len(judged), "judgements kept": len(store.decisions.select())}
        found |= {
            "complaints": len(app.complaints),
            "exit code of the writer": writer.returncode or 0,
        }
        found["articles added"] = sum(
            1 for article in store.articles.select() if article.doc.startswith("gate-")
        )
    return {name: round(value, 1) for name, value in found.items()}


async def _judge(app: Watched) -> float:
    """Until the judgement is written and shown as in force."""
    began, before = time.perf_counter(), app.counters.latest_decision
    driver = app._driver
    assert driver is not None
    driver.send_message(Key("u", "u"))
    return await until(lambda: app.counters.latest_decision != before, began)
