"""What reading a page costs beside detecting its claims, and what the reading process costs beside reading,
in seconds of computing of parent and child together (Linux); and whether memory stays flat over many pages.

    python -m benchmarks.reading
    python -m benchmarks.reading --pages 2000
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import IO, Any

from benchmarks.pages import FOLDER, labels
from claims.model import Article
from claims.read import dispatch, read_paths
from claims.read.containment import READING
from claims.read.file_types import FileType
from claims.read.options import ReadOptions

ROUNDS = 12
"""Times that every page is read in either way, by turns: what else the machine does falls on both."""


def _spent() -> float:
    """Seconds of computing of this process and of the one that reads."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    apart = READING._process
    of_it = Path(f"/proc/{apart.pid}/schedstat").read_text().split()[0] if apart else "0"
    return own.ru_utime + own.ru_stime + int(of_it) / 1e9


def _cost(work: Callable[[], Any]) -> float:
    before = _spent()
    work()
    return _spent() - before


def within(paths: Iterable[Path]) -> list[Article]:
    """Every page, in the same way but for the process of its own."""
    apart = dispatch._contained, dispatch._asked_ahead
    dispatch._contained, dispatch._asked_ahead = _here, lambda *_: False
    try:
        return contained(paths)
    finally:
        dispatch._contained, dispatch._asked_ahead = apart


def _here(
    kind: FileType, raw: IO[bytes], where: str, options: ReadOptions, path: str | None
) -> Any:
    assert kind.read is not None
    yield from kind.read(raw, where, options)


def contained(paths: Iterable[Path]) -> list[Article]:
    """Every page, read in the reading process."""
    return [item for item in read_paths(list(map(str, paths))) if isinstance(item, Article)]


def figures(rounds: int = ROUNDS) -> dict[str, float]:
    """Milliseconds of computing a page, and the two shares."""
    from claims.pipeline import Pipeline

    paths = [FOLDER / label["page"] for label in labels()]
    articles = within(paths)  # imports
    contained(paths)
    both = [(_cost(lambda: within(paths)), _cost(lambda: contained(paths))) for _ in range(rounds)]
    inside, outside = (median(cost) / len(paths) for cost in zip(*both, strict=True))
    pipeline = Pipeline()
    list(pipeline.read(articles[:2]))  # models
    detecting = _cost(lambda: list(pipeline.read(articles))) / len(articles)
    return {
        "reading a page, ms": 1000 * inside,
        "the same in a process of its own, ms": 1000 * outside,
        "containment / reading": median(apart / here - 1 for here, apart in both),
        "detecting its claims, ms": 1000 * detecting,
        "reading / detecting": outside / detecting,
    }


def memory(pages: int) -> list[int]:
    """Megabytes that this process holds after each tenth of so many pages."""
    paths = [str(FOLDER / label["page"]) for label in labels()]
    held = []
    for part in range(10):
        for _ in read_paths(paths * max(1, pages // 10 // len(paths))):
            pass
        statm = Path("/proc/self/statm").read_text().split()
        held.append(int(statm[1]) * resource.getpagesize() // 1024 // 1024)
        del part
    return held


def main(arguments: list[str]) -> None:
    """Prints the figures."""
    began = time.monotonic()
    for name, value in figures().items():
        print(f"{name:40} {value:.3f}")
    if "--pages" in arguments:
        pages = int(arguments[arguments.index("--pages") + 1])
        print(f"memory after each tenth of {pages:,} pages, MB: {memory(pages)}")
    print(f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
