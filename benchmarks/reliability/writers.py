"""Eight processes add to one store at once while a browser is open on it; and a server that is restarted
amid `add`."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.reliability.command import Ended, finish, run, run_well, start, time_of
from benchmarks.reliability.news import write_ready
from benchmarks.reliability.soundness import answers, check_sound, compare
from tests.postgres import Server

WRITERS = 8
ARTICLES = 120
"""Half of them are added by every writer, the rest by one each."""
ONLOOKER = ("-m", "benchmarks.reliability.onlooker")


def write_together(folder: Path, new: Callable[[], str], rounds: int) -> dict[str, Any]:
    """Rounds of writers beside each other and a browser; raises AssertionError on a fault."""
    shared = write_ready(folder, ARTICLES // 2)
    own = ARTICLES // 2 // WRITERS
    firsts = [1_000 + n * own for n in range(WRITERS)]
    parts = [write_ready(folder, own, first=first) for first in firsts]
    alone = new()
    run_well("add", *shared, *(path for part in parts for path in part), "--store", alone)
    expected, found = answers(alone), Counter[str]()
    for number in range(rounds):
        location = new()
        # The first round makes the store together too; a browser needs one that is there.
        if number:
            run_well("add", *shared[:1], "--store", location)
        found.update(
            _round(location, [[*part, *shared] for part in parts], folder / f"stop-{number}")
        )
        check_sound(location, expected)
        compare(location, expected)
        found["rounds"] += 1
    return {"writers": WRITERS, "articles": ARTICLES, **found}


def _round(location: str, parts: Sequence[Sequence[str]], stop: Path) -> dict[str, int]:
    """All writers at once, and a browser that looks from when there is anything until they are done."""
    look, begun = None, time.monotonic()
    writers = [start("add", *part, "--store", location) for part in parts]
    while look is None and any(one.poll() is None for one in writers):
        if run("list", "--limit", "1", "--store", location).code == 0:
            look = start(location, str(stop), through=ONLOOKER)
    ends = [finish(one, begun) for one in writers]
    stop.touch()
    _check(ends, "writer")
    found = {"seconds of writing": round(max(one.seconds for one in ends))}
    if look is not None:
        seen = finish(look, begun)
        _check([seen], "browser")
        found["screens shown"] = int(seen.said.split()[-1])
    return found


def restart_amid(folder: Path, server: Server, count: int, seed: int = 0) -> dict[str, Any]:
    """`add` while the server is restarted, at once or after what runs; raises AssertionError on a
    fault."""
    chance, found = random.Random(f"restarts {seed}"), Counter[str]()
    words = ["add", *write_ready(folder, ARTICLES)]
    alone = server.new()
    _, seconds = time_of([*words, "--store", alone], lambda: False)
    expected = answers(alone)
    while found["restarts"] < count:
        location = server.new()
        run_well("list", "--store", _made(location))
        begun = time.monotonic()
        process = start(*words, "--store", location)
        time.sleep(chance.uniform(0.3, 0.9) * seconds)
        in_time = process.poll() is None
        server.restart("fast" if found["restarts"] % 2 else "immediate")
        ended = finish(process, begun)
        _check_line(ended)
        found["restarts"] += in_time
        found["adds that were cut short"] += ended.code != 0
        run_well(*words, "--store", location)
        check_sound(location, expected)
        compare(location, expected)
    return {"articles": ARTICLES, **found}


def _made(location: str) -> str:
    from store import open_store

    open_store(location).close()
    return location


def _check(ends: list[Ended], who: str) -> None:
    for ended in ends:
        if ended.code:
            raise AssertionError(f"{who}: code {ended.code}: {ended.said[-1500:]}")


def _check_line(ended: Ended) -> None:
    """A store that went away is one line and code 4."""
    lines = [line for line in ended.said.splitlines() if line.startswith("onrecord: ")]
    if ended.code not in (0, 4) or len(lines) > 1 or "onrecord: unexpected" in ended.said:
        raise AssertionError(f"code {ended.code}: {ended.said[-1500:]}")
