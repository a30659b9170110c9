"""How fast the browser answers over a million ready-made claims: first screen, a key, jumps, search and facets.

With `--beside-a-writer`: over fewer claims, while another process adds articles and a person decides.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import os
import random
import signal
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from textual.events import Key
from textual.pilot import Pilot

from cli.browse.app import BrowseApp
from cli.browse.pace import keep_pace
from cli.browse.rows import Rows
from store.store import open_store

CLAIMS, PER_ARTICLE, SPEAKERS, OUTLETS = 1_000_000, 20, 20_000, 500
WRITTEN = 500
"""Articles that another process adds meanwhile."""
WORDS = [
    f"{a}{b}" for a in ("bridge", "toll", "ferry", "budget", "quay", "school") for b in ("", "s", "er", "ing", "ed")
]


def make(path: Path, claims: int) -> None:
    """Writes a store of ready-made claims, straight into its tables."""
    open_store(path).close()
    pick = random.Random(1)
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA synchronous = OFF")
        raw.execute("PRAGMA journal_mode = MEMORY")
        raw.executemany("INSERT INTO outlet (id, name, key) VALUES (?, ?, ?)", _outlets())
        people = [(f"{i:032x}", f"Ana Reyes{i}", "person", "", f"{i:032x}", "") for i in range(SPEAKERS)]
        raw.executemany(
            "INSERT INTO speaker (id, name, kind, era, canonical_id, joined) VALUES (?, ?, ?, ?, ?, ?)", people
        )
        names = [(id, name, f" {name.lower()} ", False) for id, name, *_ in people]
        raw.executemany("INSERT INTO speakername (speaker_id, name, key, decided) VALUES (?, ?, ?, ?)", names)
        _articles(raw, claims // PER_ARTICLE, pick)
        _claims(raw, claims, pick)
        raw.execute("DELETE FROM unweighed")
        raw.execute("ANALYZE")
        raw.commit()
        raw.execute("PRAGMA journal_mode = WAL")


def _outlets() -> Iterable[tuple[str, str, str]]:
    return ((f"{i:032x}", f"Harbour Post {i}", f" harbour post {i} ") for i in range(OUTLETS))


def _articles(raw: sqlite3.Connection, many: int, pick: random.Random) -> None:
    fixed = {
        "text": "A text. " * 100, "outlet_inferred": 0, "wire_inferred": 0, "byline": "[]", "credits": "[]",
        "published_inferred": 0, "fetched": "2031-01-01 00:00:00.000000", "current": 1, "title": "Bridge to open",
    }  # fmt: skip

    def rows() -> Iterable[dict[str, object]]:
        for i in range(many):
            day = f"20{pick.randrange(10, 31)}-{pick.randrange(1, 13):02}-{pick.randrange(1, 29):02}"
            yield fixed | {
                "id": f"{i * 2654435761 % 2**32:08x}{i:024x}", "doc": f"a{i}", "text_hash": f"{i:032x}",
                "outlet_id": f"{pick.randrange(OUTLETS):032x}", "published": day, "published_key": day,
            }  # fmt: skip

    _insert(raw, "article", rows())


def _claims(raw: sqlite3.Connection, many: int, pick: random.Random) -> None:
    articles = [row[0] for row in raw.execute("SELECT id FROM article ORDER BY rowid")]
    fixed = {
        "cue": "[[20, 24]]",
        "source": "[[10, 19]]", "content": "[[30, 60]]", "cue_text": "said", "kind": "indirect",
        "polarity": "positive", "hedged": 0, "nested": 0, "mention": "Reyes", "speaker_kind": "person", "members": "[]",
        "speaker_inferred": 0, "speaker_confidence": 0.9, "confidence": 0.9, "reasons": "[]",
        "prefix": "", "suffix": "", "vanished": 0,
    }  # fmt: skip

    def rows() -> Iterable[dict[str, object]]:
        for i in range(many):
            quote = "the " + " ".join(pick.choices(WORDS, k=12)) + f" x{i % 5000}"
            yield fixed | {
                "number": i + 1,
                "id": f"{i * 2246822519 % 2**32:08x}{i:024x}", "article_id": articles[i // PER_ARTICLE],
                "start": i % PER_ARTICLE * 40, "quote": quote, "stance": "deny" if i % 9 == 0 else "assert",
                "speaker_id": f"{int(SPEAKERS * pick.random() ** 2):032x}",
            }  # fmt: skip

    _insert(raw, "claim", rows())
    raw.execute("INSERT INTO claim_search(rowid, quote, speaker, aliases) SELECT number, quote, '', mention FROM claim")


def _insert(raw: sqlite3.Connection, table: str, rows: Iterable[dict[str, object]]) -> None:
    iterator = iter(rows)
    first = next(iterator)
    columns = list(first)
    places = ", ".join(f":{name}" for name in columns)
    statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"
    raw.execute(statement, first)
    raw.executemany(statement, iterator)


class Watched(BrowseApp):
    """The browser, with the time of its latest frame and the longest stretch in which it took no event."""

    CSS_PATH = Path(inspect.getfile(BrowseApp)).with_name("browse.tcss")
    drawn, stuck, shown_row = 0.0, 0.0, 0
    complaints: tuple[str, ...] = ()

    def complain(self, reason: str) -> None:
        super().complain(reason)
        self.complaints = (*self.complaints, reason)

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


async def measure(path: Path) -> dict[str, float]:
    """Milliseconds from a key to the frame that answers it, and to what a worker brings."""
    found: dict[str, float] = {}
    with open_store(path) as store:
        app = Watched(store, who="bench")
        keep_pace()
        began = time.perf_counter()
        async with app.run_test(size=(120, 40)) as pilot:
            watching = asyncio.create_task(app.watch())
            rows = app.query_one("#claim-rows", Rows)
            found["first screen"] = await _until(
                lambda: rows.current is not None and rows.has_focus and app.drawn, began
            )
            app.longest_block()
            await _walk(app, rows, found, "while the rest loads", ["j"] * 60)
            found["whole order"] = await _until(lambda: rows.done, began)
            found["blocked while the rest loads, worst"] = app.longest_block()
            await _until(lambda: not any(w.is_running for w in app.workers), began)
            await _walk(app, rows, found, "when all is there", ["j"] * 60 + ["pagedown"] * 60 + ["k"] * 60)
            began = time.perf_counter()
            await _key(app, rows, "G")
            found["last row read"] = await _until(lambda: rows.current is not None, began)
            await _searches(app, rows, found)
            await _facets(app, pilot, found)
            watching.cancel()
    return {name: round(value, 1) for name, value in found.items()}


async def _walk(app: Watched, rows: Rows, found: dict[str, float], when: str, keys: Sequence[str]) -> None:
    took, busy = list[float](), list[float]()
    for key in keys:
        began = time.thread_time()
        took.append(await _key(app, rows, key))
        busy.append((time.thread_time() - began) * 1000)
    found[f"key {when}, median"], found[f"key {when}, worst"] = statistics.median(took), max(took)
    # What other processes take of the machine is not in it: this holds on a busy machine too.
    found[f"key {when}, CPU time of the screen, median"] = statistics.median(busy)
    found[f"key {when}, CPU time of the screen, worst"] = max(busy)


JUDGED = 40
"""Judgements made while the other process writes; it is then interrupted."""


async def measure_beside_a_writer(path: Path) -> dict[str, float]:
    """Milliseconds of keys and judgements while another process adds articles to the same store."""
    lines = path.with_suffix(".jsonl")
    lines.write_text("".join(_lines(WRITTEN)), encoding="utf-8")
    code = "from cli.main import main; import sys; sys.exit(main(sys.argv[1:]))"
    adding = [sys.executable, "-c", code, "add", str(lines), "--store", str(path)]
    found: dict[str, float] = {}
    with open_store(path) as store:
        app = Watched(store, who="bench")
        keep_pace()
        async with app.run_test(size=(120, 40)):
            rows = app.query_one("#claim-rows", Rows)
            began = time.perf_counter()
            await _until(lambda: rows.done and rows.current is not None and rows.has_focus, began)
            writer = await asyncio.create_subprocess_exec(*adding, stderr=asyncio.subprocess.DEVNULL)
            keys, judged = list[float](), list[float]()
            while writer.returncode is None and len(judged) < JUDGED:
                keys += [await _key(app, rows, key) for key in ("j", "j", "k")]
                judged.append(await _judge(app))
            if writer.returncode is None:
                writer.send_signal(signal.SIGINT)
                await writer.wait()
        found |= {"key, median": statistics.median(keys), "key, worst": max(keys)}
        found |= {"judgement in force, median": statistics.median(judged), "judgement in force, worst": max(judged)}
        found |= {"judgements": len(judged), "judgements kept": len(store.decisions())}
        found |= {"complaints": len(app.complaints), "exit code of the writer": writer.returncode or 0}
        found["articles added"] = sum(1 for article in store.articles() if article.doc.startswith("gate-"))
    return {name: round(value, 1) for name, value in found.items()}


async def _judge(app: Watched) -> float:
    """Until the judgement is written and shown as in force."""
    began, before = time.perf_counter(), app._last
    driver = app._driver
    assert driver is not None
    driver.send_message(Key("u", "u"))
    return await _until(lambda: app._last != before, began)


def _lines(many: int) -> Iterable[str]:
    pick = random.Random(2)
    for i in range(many):
        # Words of their own, so that saving is measured and not the weighing of what is all alike.
        content = "the " + " ".join(f"w{pick.randrange(10**6):x}" for _ in range(12))
        text = f"Ana Reyes said {content}."
        found = {
            "cue": [[10, 14]], "source": [[0, 9]], "content": [[15, len(text) - 1]], "speaker": "Ana Reyes",
            "speaker_kind": "person", "mention": "Ana Reyes", "members": [], "chain": [], "kind": "indirect",
            "stance": "assert", "polarity": "positive", "hedged": False, "nested": False, "confidence": 0.9,
        }  # fmt: skip
        row = {"schema": 1, "doc": f"gate-{i}", "text": text, "outlet": "Gate Post", "published": "2031-07-01"}
        yield json.dumps(row | {"attributions": [found]}) + "\n"


async def _searches(app: Watched, rows: Rows, found: dict[str, float]) -> None:
    for typed in ("x4999", "ferry", "ferry x4999", "speaker:reyes77", "speaker:reyes7"):
        app.longest_block()
        began = time.perf_counter()
        app._apply(typed, typing=True)
        found[f"search {typed}, first rows"] = await _until(lambda: rows.current is not None, began)
    found["blocked while searching, worst"] = app.longest_block()


async def _facets(app: Watched, pilot: Pilot[None], found: dict[str, float]) -> None:
    facets = app.query_one("#facets", Rows)
    for typed in ("", "ferry"):
        began = time.perf_counter()
        app._apply(typed)
        await pilot.press("F")
        found[f"all facets of {typed or 'everything'}"] = await _until(lambda: facets.done and facets.count, began)
        await pilot.press("F")
    found["blocked while counting facets, worst"] = app.longest_block()


async def _key(app: Watched, rows: Rows, key: str) -> float:
    """Not the pilot's press(), which waits until the whole process idles."""
    before, began = rows.cursor, time.perf_counter()
    driver = app._driver
    assert driver is not None
    driver.send_message(Key(key, key if len(key) == 1 else None))
    await _until(lambda: app.shown_row != before and app.drawn > began, began)
    return (app.drawn - began) * 1000


async def _until(reached: Callable[[], object], began: float) -> float:
    while not reached():
        await asyncio.sleep(0.001)
        if time.perf_counter() - began > 60:
            raise TimeoutError("no answer within a minute")
    return (time.perf_counter() - began) * 1000


def main() -> int:
    """Print milliseconds as JSON; an argument names a store to keep and use again."""
    if "--beside-a-writer" in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "shared.db"
            make(path, CLAIMS // 20)
            found = asyncio.run(measure_beside_a_writer(path))
        print(json.dumps(found | {"load": os.getloadavg()[0]}, indent=2))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "million.db"
        if not path.exists():
            make(path, CLAIMS)
        found = asyncio.run(measure(path))
        print(json.dumps(found | {"load": os.getloadavg()[0]}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
