"""What `onrecord forget ARTICLE` costs in a full store, against deleting the same rows with bare SQL and
VACUUM.

Each side works on a copy of one store, in a process of its own, by turns; wall seconds and CPU seconds
count from the command's start to its end.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from benchmarks.made_news import lines

_ONRECORD = "from cli.main import run; run()"
_BARE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA secure_delete = ON")
connection.execute("BEGIN IMMEDIATE")
article = connection.execute("SELECT id FROM article WHERE doc = ?", (sys.argv[2],)).fetchone()[0]
claims = "SELECT id FROM claim WHERE article_id = ?"
for table, column in (("chainlink", "claim_id"), ("propositionclaim", "claim_id")):
    connection.execute(f"DELETE FROM {table} WHERE {column} IN ({claims})", (article,))
numbers = "SELECT number FROM claim WHERE article_id = ?"
connection.execute(f"DELETE FROM claim_search WHERE rowid IN ({numbers})", (article,))
connection.execute("DELETE FROM copy WHERE article_id = ? OR of = ?", (article, article))
connection.execute("DELETE FROM claim WHERE article_id = ?", (article,))
connection.execute("DELETE FROM article WHERE id = ?", (article,))
connection.execute("COMMIT")
connection.execute("INSERT INTO claim_search(claim_search) VALUES ('rebuild')")
connection.execute("VACUUM")
connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
"""


def _seconds(*words: str) -> tuple[float, float]:
    """Wall and CPU seconds of a process."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(words, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.perf_counter() - start, cpu


def _filled(folder: Path, articles: int) -> Path:
    """A weighed store of so many made-up articles."""
    written, path = folder / "made.jsonl", folder / "full.db"
    with written.open("w", encoding="utf-8") as file:
        file.writelines(lines(0, articles))
    command = [sys.executable, "-c", _ONRECORD]
    subprocess.run(
        [*command, "add", str(written), "--store", str(path)], check=True, capture_output=True
    )
    return path


def main() -> int:
    """Print seconds and ratios as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--store", type=Path, help="a store of made_news that is there already")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    found: dict[str, list[tuple[float, float]]] = {"forget": [], "bare SQL": []}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        full = options.store or _filled(folder, options.articles)
        with closing(sqlite3.connect(full)) as store:
            docs = [
                row[0]
                for row in store.execute(
                    "SELECT doc FROM article ORDER BY doc LIMIT ?", (options.rounds,)
                )
            ]
        for doc in docs:
            for side, words in (
                ("forget", [sys.executable, "-c", _ONRECORD, "forget", doc, "--yes", "--store"]),
                ("bare SQL", [sys.executable, "-c", _BARE]),
            ):
                copy = folder / "copy.db"
                shutil.copyfile(full, copy)
                found[side].append(
                    _seconds(*words, str(copy), *([doc] if side == "bare SQL" else []))
                )
                copy.unlink()
    wall, cpu = (
        {
            side: round(statistics.median(pair[kind] for pair in pairs), 2)
            for side, pairs in found.items()
        }
        for kind in (0, 1)
    )
    ratio = {
        name: round(each["forget"] / each["bare SQL"], 2)
        for name, each in (("wall", wall), ("cpu", cpu))
    }
    print(json.dumps({"wall s": wall, "cpu s": cpu, "ratio": ratio}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
