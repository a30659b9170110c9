"""What joining articles costs in a full store against an empty one, and how soon lists of a full
store begin.

Each step runs in a process of its own; its CPU seconds count from after the imports, its memory at
its peak. A transaction may take as long as it likes, lest other work on the machine changes how
many articles go together. The two sides take turns, round by round: a machine's speed drifts by
more than what is asked.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.made_news import lines
from store import open_store

_JOIN = """
import json, resource, sys, time
from cli.jobs.add import add_paths
from cli.jobs.corroborate import bring_up_to_date
import claims.corroborate.incremental as grow
import claims.read, store.store
from store import open_store
compared, compare = 0, grow.compare_claims
def counted(one, other):
    global compared
    compared += 1
    return compare(one, other)
grow.compare_claims = counted
start = time.process_time()
with open_store(sys.argv[1]) as store:
    add_paths(store, sys.argv[2:])
    saved = time.process_time() - start
    bring_up_to_date(store, seconds=600)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
found = {"cpu": time.process_time() - start, "saving": saved, "MB": peak, "claims compared": compared}
print(json.dumps(found))
"""
_FIRST = """
import json, os, resource, sys, time
import cli.main, cli.commands.check, cli.commands.listing, cli.commands.speakers, cli.views.verdicts
import cli.jobs.open_store
import cli.jobs.verdicts, cli.jobs.corroborate, cli.rows, store.store, rich.table, sqlalchemy.dialects.sqlite
from cli import output
output.on_terminal = lambda: True
sys.argv = ["onrecord", *sys.argv[1:]]
start, cpu = time.perf_counter(), time.process_time()
try:
    cli.main.main()
except SystemExit:
    pass
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
found = {"seconds": time.perf_counter() - start, "cpu": time.process_time() - cpu, "MB": peak}
print(json.dumps(found), file=sys.stderr)
"""


def _run(code: str, *words: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False
    )
    said = [
        line for line in (done.stdout + "\n" + done.stderr).splitlines() if line.startswith('{"')
    ]
    if not said:
        raise SystemExit(done.stderr)
    loaded: dict[str, Any] = json.loads(said[-1])
    return {name: round(value, 3) for name, value in loaded.items()}


def _written(folder: Path, first: int, count: int) -> str:
    path = folder / f"{first}-{count}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(lines(first, count))
    return str(path)


def _held(location: str) -> int:
    """How many articles a store holds from an earlier filling, and joining after it."""
    with open_store(location) as store:
        return sum(1 for _ in store.articles.select())


def _round(
    folder: Path, full: str, first: int, count: int
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What joining the same articles costs in an empty store and in the full one."""
    joining, empty = _written(folder, first, count), folder / f"empty-{first}.db"
    open_store(empty).close()
    return _run(_JOIN, str(empty), joining), _run(_JOIN, full, joining)


def main() -> int:
    """Print costs, ratios and megabytes as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--articles", type=int, default=100_000, help="in the full store, with ten claims each"
    )
    parser.add_argument("--join", type=int, default=1_000, help="articles that join")
    parser.add_argument(
        "--store", help="the full store, a file or a database URL; filled, or used where it is full"
    )
    parser.add_argument("--rounds", type=int, default=3, help="of joining; the ratio is the median")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        full = options.store or str(folder / "full.db")
        found: dict[str, Any] = {"articles": options.articles, "joining": options.join}
        held = _held(full)
        if held < options.articles:
            found["filling"] = _run(_JOIN, full, _written(folder, 0, options.articles))
        # Some of the numbers are one article, so that a store holds fewer than were written into
        # it.
        first = 2 * max(held, options.articles)
        rounds = [
            _round(folder, full, first + n * options.join, options.join)
            for n in range(options.rounds)
        ]
        found["into an empty store"], found["into the full store"] = (
            [both[n] for both in rounds] for n in (0, 1)
        )
        found["ratio"] = round(
            statistics.median(there["cpu"] / here["cpu"] for here, there in rounds), 3
        )
        for command in ("check", "list", "speakers"):
            found[f"first page of {command}"] = _run(_FIRST, command, "--store", full)
    print(json.dumps(found, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
