"""What reading on a cluster costs beside as many processes of one machine, and what of `add` only the writer does.

    python -m benchmarks.many_machines cluster            # two workers of one thread beside --jobs 2
    python -m benchmarks.many_machines share              # reading, saving and weighing, alone and helped
    python -m benchmarks.many_machines archives           # web archives cut by whoever asks, and by two processes

All read the made-up coverage of `data/independence`. CPU seconds are those of every process that took part, scheduler
and workers from when they have joined, models loaded anew each round; the rounds of both ways take turns, since other
work on a machine falls on both.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from typing import Any

from benchmarks.independence import events

TICKS = os.sysconf("SC_CLK_TCK")
COUNTED = slice(11, 15)
"""Of a process's numbers: its own time and that of its children that have ended, in the program and in the system."""


def lines(copies: int) -> list[str]:
    """The articles as lines that `extract` takes, each as often as asked under another name."""
    rows = list(events.articles(events.read()))
    return [
        json.dumps({"doc": f"{row['doc']}.{copy}", "text": row["text"]})
        for copy in range(copies)
        for row in rows
    ]


def _spent(process: int) -> float:
    try:
        numbers = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(map(int, numbers[COUNTED])) / TICKS


def _run(file: Path, *words: str) -> tuple[float, float]:
    """Wall and CPU seconds of `extract`, its own processes included."""
    command = [
        sys.executable,
        "-c",
        "from cli.main import run; run()",
        "extract",
        str(file),
        *words,
    ]
    begun = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"extract ended with {process.returncode}")
    return time.monotonic() - begun, usage.ru_utime + usage.ru_stime


def _on_cluster(file: Path, folder: Path) -> tuple[float, float, float]:
    """Wall and CPU seconds of `extract`, and CPU seconds that scheduler and workers took until they had joined."""
    from distributed import Client

    from tests.cli.dask_cluster import WORKERS, local_cluster

    with local_cluster(folder) as cluster:
        with Client(cluster.address, set_as_default=False) as client:
            client.wait_for_workers(WORKERS)
        before = sum(map(_spent, cluster.processes()))
        wall, cpu = _run(file, "--cluster", cluster.address)
        return wall, cpu + sum(map(_spent, cluster.processes())) - before, before


def cluster(copies: int, rounds: int) -> None:
    """Prints both ways, round by round, and their ratio, without and with what the cluster's own start takes."""
    with tempfile.TemporaryDirectory() as made:
        file = Path(made) / "lines.jsonl"
        file.write_text("\n".join(lines(copies)) + "\n")
        found: list[tuple[float, ...]] = []
        for number in range(rounds):
            pool, many = _run(file, "--jobs", "2"), _on_cluster(file, Path(made) / str(number))
            found.append((*pool, *many))
            print(f"--jobs 2: wall {pool[0]:.1f}, CPU {pool[1]:.1f}; ", end="")
            print(f"--cluster: wall {many[0]:.1f}, CPU {many[1]:.1f}", end="")
            print(f" and {many[2]:.1f} to begin the cluster", flush=True)
        wall, cpu = (median(one[at + 2] / one[at] for one in found) for at in (0, 1))
        begun = median((one[3] + one[4]) / one[1] for one in found)
        print(
            f"{len(lines(copies))} articles, cluster over pool: wall {wall:.2f}, CPU {cpu:.2f}",
            end="",
        )
        print(f", with the cluster's start {begun:.2f}")


def share(copies: int) -> None:
    """Prints the CPU seconds of each part of adding, and the share that one process has to do: alone, one article a
    transaction, and with two processes which help to weigh and whose readings wait for it, so that it saves as many
    together as a portion holds. What either side loads when it begins is loaded before."""
    from claims.model import Article
    from claims.pipeline import Pipeline
    from cli.jobs.choice import Choice
    from cli.jobs.write_batches import Portions

    rows: list[dict[str, Any]] = list(map(json.loads, lines(copies)))
    articles = [Article(row["doc"], f"{row['text']} {at}") for at, row in enumerate(rows)]
    pipeline = Pipeline()
    list(pipeline.read(articles[:4]))
    readings, reading, _ = _timed(lambda: list(pipeline.read(articles)))
    claims = sum(len(one.claims) for one in readings)
    print(f"{len(articles)} articles, {claims} claims; CPU s: reading {reading:.1f}")
    _written(readings[:8], Choice(), Portions())
    ways = ("alone", Choice(), Portions(1, 0)), ("--jobs 2", Choice(jobs=2), Portions())
    for name, choice, portions in ways:
        saving, weighing, helped = _written(readings, choice, portions)
        serial = (saving + weighing) / (reading + saving + weighing + helped)
        print(
            f"{name}: saving {saving:.1f}, weighing {weighing:.1f}, of its processes {helped:.1f}; "
            f"only the writer does {serial:.3f} of it"
        )


def _written(readings: list[Any], choice: Any, portions: Any) -> tuple[float, float, float]:
    """CPU seconds of saving a portion after the other, of weighing, and of the processes that helped."""
    from cli.jobs.corroborate import bring_up_to_date
    from store.store import open_store

    with tempfile.TemporaryDirectory() as made, open_store(Path(made) / "s.db") as store:
        _, saving, _ = _timed(lambda: [*map(store.articles.save_many, portions.of(readings))])
        _, weighing, helped = _timed(lambda: bring_up_to_date(store, choice=choice))
    return saving, weighing, helped


def _timed(work: Callable[[], Any]) -> tuple[Any, float, float]:
    """What comes of it, its CPU seconds, and those of the processes that it began and ended."""
    before, children = time.process_time(), getrusage(RUSAGE_CHILDREN)
    found, spent, after = work(), time.process_time() - before, getrusage(RUSAGE_CHILDREN)
    helped = after.ru_utime + after.ru_stime - children.ru_utime - children.ru_stime
    return found, spent, helped


PAGES_AN_ARCHIVE = 40
_ADDING = """
import sys, time
from cli.jobs.archives_elsewhere import ArchivesElsewhere
from cli.main import main
if {here}:
    ArchivesElsewhere.use = lambda self, _: self
main(sys.argv[1:])
print("own", time.process_time())
"""


def archives(copies: int, rounds: int) -> None:
    """Prints CPU seconds of the process that asks and the wall for reading web archives, cut by it and by the two that
    read."""
    with tempfile.TemporaryDirectory() as made:
        files = list(map(str, _crawl(Path(made), copies)))
        for here in [True, False] * rounds:
            begun = time.monotonic()
            command = [sys.executable, "-c", _ADDING.format(here=here), "extract", *files]
            said = subprocess.run([*command, "--jobs", "2"], stdout=subprocess.PIPE, check=True)
            own = float(said.stdout.rpartition(b"own")[2])
            who = "by whoever asks" if here else "by processes"
            print(f"cut {who}: its CPU {own:.1f}, wall {time.monotonic() - begun:.1f}", flush=True)


def _crawl(folder: Path, copies: int) -> list[Path]:
    """Web archives of the articles as pages."""
    from tests.claims.read.makers import page, warc

    rows = list(map(json.loads, lines(copies)))
    files = []
    for at in range(0, len(rows), PAGES_AN_ARCHIVE):
        some = enumerate(rows[at : at + PAGES_AN_ARCHIVE], at)
        pages = [
            (f"https://gazette.example/{n}", 200, page(row["text"].split("\n\n")).encode())
            for n, row in some
        ]
        files.append(folder / f"{at:05}.warc.gz")
        files[-1].write_bytes(b"".join(gzip.compress(warc(one)) for one in pages))
    return files


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["cluster", "share", "archives"])
    parser.add_argument("--copies", type=int, default=1, help="of each article")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    if asked.what == "share":
        share(asked.copies)
    else:
        {"cluster": cluster, "archives": archives}[asked.what](asked.copies, asked.rounds)


if __name__ == "__main__":
    main()
