"""A store of made-up news, saved as `onrecord add` saves it and not weighed: what the other benchmarks of large stores
read.

    python -m benchmarks.filled hundred.db --articles 10500     # 100,000 claims
    python -m benchmarks.filled million.db --articles 105000    # 1,000,000
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.made_news import lines
from claims.model import Reading
from claims.read import read_paths
from store.store import Store, open_store

TOGETHER = 500
"""Articles in a transaction, for nobody else waits."""
A_LINE = 5_000
"""Articles after which the time is said."""


def readings(first: int, articles: int) -> Iterator[Reading]:
    """The articles as `add` reads them from a file of lines with their claims."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "news.jsonl"
        for at in range(first, articles, TOGETHER):
            path.write_text("".join(lines(at, min(TOGETHER, articles - at))), "utf-8")
            items = read_paths([str(path)], accept_readings=True)
            yield from (item for item in items if isinstance(item, Reading))


def fill(store: Store, first: int, articles: int) -> None:
    """Saves the articles of these numbers; some of them are one article, so fewer come to stand in the store."""
    run, start = store.runs.start(None, "benchmarks.filled"), time.process_time()
    for at, some in enumerate(_together(readings(first, articles)), 1):
        store.articles.save_many(some, run)
        if not at % (A_LINE // TOGETHER):
            spent = time.process_time() - start
            print(f"{first + at * TOGETHER:,} articles, {spent:.0f} CPU s", flush=True)
    store.runs.finish(run, {}, [], [])


def _together(some: Iterator[Reading]) -> Iterator[list[Reading]]:
    while portion := list(islice(some, TOGETHER)):
        yield portion


def main() -> int:
    """Fill a store, and take statistics as weighing would."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", help="a file or a database URL")
    parser.add_argument("--articles", type=int, default=105_000, help="with ten claims each")
    parser.add_argument("--first", type=int, default=0, help="the number of the first article")
    options = parser.parse_args()
    with open_store(options.store) as store:
        fill(store, options.first, options.articles)
        store.corroboration.take_stock()
    return 0


if __name__ == "__main__":
    sys.exit(main())
