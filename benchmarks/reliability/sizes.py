"""What an article of a size costs against one of half of it: seconds of the processor and megabytes,
through the real command."""

from __future__ import annotations

import os
import random
import resource
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.made_news import vocabulary
from benchmarks.reliability.command import ONRECORD, ROOT, environment

MAX_TIME_RATIO, MAX_MEMORY_RATIO = 2.5, 2.2
SMALL_S = 0.5
"""Seconds below which a share of them is chance."""
TRIES = 3
"""How often costs are taken, the least counts, where they were too much: what else a machine does makes them
more and never less."""
FULL = {
    "sentences": 100_000, "paragraphs": 5_000, "letters of one word": 5_000_000,
    "quotation marks": 30_000, "characters of a text": 16_000_000,
}  # fmt: skip


def _sentences(count: int) -> str:
    chance, words = random.Random("sizes"), vocabulary()[0][:5000]
    return " ".join(f"{' '.join(chance.choices(words, k=5)).capitalize()}." for _ in range(count))


def _paragraphs(count: int) -> str:
    said = ("Mayor Ilse Brandt said the {} was closed.", "“The {} is open,” Anton Reyer said.")
    chance, words = random.Random("paragraphs"), vocabulary()[0]
    return "\n\n".join(said[n % 2].format(chance.choice(words)) for n in range(count))


def _prose(count: int) -> str:
    text = _sentences(count // 30)
    return (text * 2)[:count]


TEXTS: dict[str, Callable[[int], str]] = {
    "sentences": _sentences,
    "paragraphs": _paragraphs,
    "letters of one word": lambda count: "x" * count,
    "quotation marks": lambda count: "“" * count,
    "characters of a text": _prose,
}


def measure(folder: Path, kind: str, count: int) -> dict[str, Any]:
    """Costs of an article of a size and of one of half of it; raises AssertionError where twice as
    much costs more than it may."""
    texts = (
        "The bridge is shut, Ilse Brandt said.",
        *(TEXTS[kind](n) for n in (count // 2, count)),
    )
    best, found = [(float("inf"), float("inf"))] * len(texts), dict[str, Any]()
    for attempt in range(TRIES):
        costs = [_cost(folder, f"{attempt}-{n}", text) for n, text in enumerate(texts)]
        best = [(min(a[0], b[0]), min(a[1], b[1])) for a, b in zip(best, costs, strict=True)]
        found = _compared(count, best)
        if found["time"] <= MAX_TIME_RATIO and found["memory"] <= MAX_MEMORY_RATIO:
            return found
    raise AssertionError(f"{kind}: {found}")


def _compared(count: int, costs: Sequence[tuple[float, float]]) -> dict[str, Any]:
    """Of nothing, of half and of the whole: seconds and megabytes, and how many times as much the whole is."""
    base, half, whole = costs
    seconds = [cost[0] - base[0] for cost in (half, whole)]
    return {
        "size": count,
        "seconds of the processor": [round(one, 2) for one in seconds],
        "MB": [round(memory) for _, memory in (half, whole)],
        "time": round(max(seconds[1], SMALL_S) / max(seconds[0], SMALL_S), 2),
        "memory": round(whole[1] / half[1], 2),
    }


def _cost(folder: Path, name: str, text: str) -> tuple[float, float]:
    """Seconds of the processor and megabytes of `add` on one article."""
    article = folder / f"{name}.txt"
    article.write_text(text, encoding="utf-8")
    words = [sys.executable, *ONRECORD, "add", str(article), "--store", str(folder / f"{name}.db")]
    process = os.posix_spawn(
        sys.executable, words, environment() | {"PYTHONPATH": str(ROOT)},
        file_actions=[(os.POSIX_SPAWN_OPEN, n, os.devnull, os.O_WRONLY, 0) for n in (1, 2)],
    )  # fmt: skip
    _, status, used = os.wait4(process, 0)
    if status:
        raise AssertionError(f"{name}: ended with {os.waitstatus_to_exitcode(status)}")
    return used.ru_utime + used.ru_stime, _megabytes(used)


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1024**2 if sys.platform == "darwin" else 1024)
