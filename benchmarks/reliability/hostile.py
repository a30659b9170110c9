"""What an article of hostile text costs against one of half of it: read, kept and weighed, one kind after the
other in one process, so that starting is paid for once.

    python -m benchmarks.reliability.hostile KINDS CHARACTERS    # one line of JSON a kind
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.reliability.command import ROOT, environment
from benchmarks.reliability.hostile_kinds import Kind, kinds

MAX_RATIO = 2.5
TELLING_S = 0.25
"""Seconds below which twice as long a text takes too little to tell a share of it."""
TRIES = 3
"""How often a time is taken, the shortest counts, where the ratio was too much: a busy machine makes times
longer and never shorter."""
CHARACTERS = (8_000, 64_000)
KINDS = 320
"""About all that there are."""


def measure(count: int, characters: int) -> dict[str, Any]:
    """What so many kinds cost; raises AssertionError where twice as much costs more than it may."""
    rows = _measured(count, characters)
    slow = [row for row in rows if row["ratio"] > MAX_RATIO]
    if slow:
        raise AssertionError(json.dumps(slow, ensure_ascii=False))
    worst, longest = (max(rows, key=lambda row: row[by]) for by in ("ratio", "seconds"))
    return {
        "kinds": len(rows),
        "characters of each": characters,
        "worst ratio": worst["ratio"],
        "of": f"`{worst['kind']}`".replace("|", "\\|"),
        "longest, in seconds of the processor": longest["seconds"],
        "that of": f"`{longest['kind']}`".replace("|", "\\|"),
        "MB at most": max(row["MB"] for row in rows),
    }


def _measured(count: int, characters: int) -> list[dict[str, Any]]:
    words = [sys.executable, "-m", "benchmarks.reliability.hostile", str(count), str(characters)]
    done = subprocess.run(
        words, cwd=ROOT, env=environment(), text=True, capture_output=True, check=False
    )
    if done.returncode:
        raise AssertionError(f"ended with {done.returncode}: {done.stderr[-1500:]}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def _spread(count: int) -> list[Kind]:
    every = kinds()
    return [every[n * len(every) // count] for n in range(min(count, len(every)))]


class _Desk:
    """A reader and a store, at work on one text at a time."""

    def __init__(self, folder: Path) -> None:
        from claims.pipeline import Pipeline
        from store.store import open_store

        self._pipeline, self._store = Pipeline(), open_store(folder / "s.db")
        self.seconds("The bridge is shut, Ilse Brandt said.")

    def seconds(self, text: str) -> float:
        """Of the processor, to read a text, keep it and weigh it."""
        from claims.model import Article
        from cli.jobs.corroborate import bring_up_to_date

        start = time.process_time()
        for reading in self._pipeline.read([Article("a.txt", text)]):
            self._store.articles.save(reading)
        bring_up_to_date(self._store)
        return time.process_time() - start

    def costs(self, kind: Kind, characters: int) -> dict[str, Any]:
        """Of one kind."""
        whole = half = float("inf")
        for _ in range(TRIES):
            half = min(half, self.seconds(kind.text(characters // 2)))
            whole = min(whole, self.seconds(kind.text(characters)))
            ratio = whole / half if whole > TELLING_S else 1.0
            if ratio <= MAX_RATIO:
                break
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return {
            "kind": kind.name, "seconds": round(whole, 2), "ratio": round(ratio, 2),
            "MB": round(peak / (1024**2 if sys.platform == "darwin" else 1024)),
        }  # fmt: skip


def main() -> int:
    """Measures and prints, kind by kind."""
    count, characters = map(int, sys.argv[1:3])
    with tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
        desk = _Desk(Path(folder))
        for kind in _spread(count):
            sys.stdout.write(json.dumps(desk.costs(kind, characters)) + "\n")
            sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
