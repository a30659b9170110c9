"""How long the first rows of each list take in a store of made-up news: `python -m benchmarks.growth` fills
one; names and words are those of benchmarks.made_news."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from itertools import islice

from benchmarks.made_news import people, vocabulary
from store import Store, open_store
from store.records import Filters

ROWS, ROUNDS = 50, 5


def _cases(store: Store) -> dict[str, Callable[[], object]]:
    words, name = vocabulary()[0], people()[5].split()[1]

    def listed(filters: Filters) -> Callable[[], object]:
        return lambda: list(islice(store.claims.sorted(filters, by="saying", limit=ROWS), ROWS))

    def speakers() -> object:
        return list(store.speakers.select(Filters(), ROWS)), store.speakers.count(Filters())

    return {
        "list": listed(Filters(said=True)),
        "list, a rare word": listed(Filters(text=(words[900],), said=True)),
        "list, a common word": listed(Filters(text=(words[3],), said=True)),
        "list --speaker": listed(Filters(speaker=(name,), said=True)),
        "names of --speaker": lambda: store.speakers.matching_names(name),
        "speakers": speakers,
        "forms of a speaker": lambda: store.speakers.forms(store.speakers.matching(name)[0].id),
        "copies": lambda: store.articles.copies(ROWS),
    }


def main() -> int:
    """Print the median milliseconds of each list of a store."""
    with open_store(sys.argv[1], create=False) as store:
        print(f"{store.claims.count():,} claims")
        for name, ask in _cases(store).items():
            took = []
            for _ in range(ROUNDS):
                start = time.perf_counter()
                ask()
                took.append(time.perf_counter() - start)
            print(f"{name:20} {1000 * statistics.median(took):9.1f} ms", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
