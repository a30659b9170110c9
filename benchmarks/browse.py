"""How fast the browser answers over a million ready-made claims: first screen, a key, jumps, search and facets."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from textual.pilot import Pilot

from cli.browse.app import BrowseApp
from cli.browse.rows import Rows
from store.store import open_store

CLAIMS, PER_ARTICLE, SPEAKERS, OUTLETS = 1_000_000, 20, 20_000, 500
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


async def measure(path: Path) -> dict[str, float]:
    """Milliseconds from a key to the screen that answers it, and to what a worker brings."""
    found: dict[str, float] = {}
    with open_store(path) as store:
        app = BrowseApp(store, who="bench")
        began = time.perf_counter()
        async with app.run_test(size=(120, 40)) as pilot:
            rows = app.query_one("#claim-rows", Rows)
            found["first screen"] = await _until(pilot, lambda: rows.current is not None, began)
            pressed = [await _key(app, pilot, "j") for _ in range(60)]
            found["key while the rest loads, median"] = statistics.median(pressed)
            found["key while the rest loads, worst"] = max(pressed)
            found["whole order"] = await _until(pilot, lambda: rows.done, began)
            await _until(pilot, lambda: not any(w.is_running for w in app.workers), began)
            pressed = [await _key(app, pilot, key) for key in ["j"] * 60 + ["pagedown"] * 60 + ["k"] * 60]
            found["key, median"], found["key, worst"] = statistics.median(pressed), max(pressed)
            began = time.perf_counter()
            await _key(app, pilot, "G")
            found["last row read"] = await _until(pilot, lambda: rows.current is not None, began)
            for typed in ("x4999", "ferry", "speaker:reyes77"):
                began = time.perf_counter()
                app._apply(typed, typing=True)
                found[f"search {typed}, first rows"] = await _until(pilot, lambda: rows.current is not None, began)
            began = time.perf_counter()
            app._apply("")
            await _key(app, pilot, "F")
            facets = app.query_one("#facets", Rows)
            await _until(pilot, lambda: facets.done and facets.count, began)
            found["all facets of everything"] = (time.perf_counter() - began) * 1000
    return {name: round(value, 1) for name, value in found.items()}


async def _key(app: BrowseApp, pilot: Pilot[None], key: str) -> float:
    began = time.perf_counter()
    await pilot.press(key)
    app.screen._compositor.render_strips()
    return (time.perf_counter() - began) * 1000


async def _until(pilot: Pilot[None], reached: object, began: float) -> float:
    while not reached():  # type: ignore[operator]
        await asyncio.sleep(0.002)
        if time.perf_counter() - began > 120:
            raise TimeoutError("no answer within two minutes")
    return (time.perf_counter() - began) * 1000


def main() -> int:
    """Print milliseconds as JSON; an argument names a store to keep and use again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder) / "million.db"
        if not path.exists():
            make(path, CLAIMS)
        print(json.dumps(asyncio.run(measure(path)), indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main())
