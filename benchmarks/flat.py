"""Whether memory stays flat over many pages: the most that `onrecord add` and its reading process hold over few
and over many small made-up pages, each with a ready claim instead of the detector's, not weighed afterwards; and what
is resident as made news with ready claims, whose names are ever new ones, is saved, and weighed too.

    python -m benchmarks.flat
    python -m benchmarks.flat 500 5000
    python -m benchmarks.flat saved             # made news, 20,000 articles, sixteen a transaction
    python -m benchmarks.flat weighed 8000      # and weighed after every 512, by shared words in place of the network
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from claims.model import Article, Claim, Reading, Span, Speaker, Stance, Versions
from claims.pipeline import header_of

PAGES = (2_000, 20_000)
PLACES = ("Velmora", "Brackwell", "Sandvale", "Kessling", "Dunholt", "Garrow", "Ellery")
NAMES = ("Ilse Brandt", "Aldo Ferrand", "Petra Lowe", "Dov Hallam", "Edda Voss")
MADE = Versions("1", "none", "ready", "flat")
ARTICLES, TOGETHER, WEIGHED_AFTER, A_LINE = 20_000, 16, 512, 1_000
PAGE = os.sysconf("SC_PAGE_SIZE")


class Ready:
    """Reads one claim where "said" stands."""

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """A reading each."""
        for article in articles:
            yield Reading(article, header_of(article), tuple(_claims(article.text)), MADE)


def _claims(text: str) -> Iterator[Claim]:
    cue = text.find(" said ")
    name = next((name for name in NAMES if name in text[:cue]), None) if cue > 0 else None
    if name is None:
        return
    start, end = text.index(name), text.find(".", cue)
    spans = (Span(cue + 1, cue + 5),), (Span(start, start + len(name)),), (Span(cue + 6, end),)
    yield Claim(*spans, "indirect", Stance(), Speaker("person", name, mention=name))


def page(number: int) -> str:
    """A small page; no two are alike."""
    place, name = PLACES[number % len(PLACES)], NAMES[number % len(NAMES)]
    title = f"Lock {number} in {place} to close"
    body = (
        f"<p>{name} said lock {number} in {place} would close in {1 + number % 28} days. The county asked for it.</p>"
        f"<p>Some {number * 7} boats pass it in a year, as the yearbook of {place} counts them in its table.</p>"
    )
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{title} | {place} Gazette</title>"
        f'<meta property="og:site_name" content="{place} Gazette"><meta property="og:title" content="{title}">'
        f'<link rel=canonical href="https://{place.lower()}.example/{number}"></head><body><nav>Home</nav>'
        f"<article><h1>{title}</h1>{body}</article><footer>© {place} Gazette</footer></body></html>"
    )


def held(pages: int) -> list[int]:
    """Megabytes that the adding and the reading process held at most, in a process of their own."""
    with tempfile.TemporaryDirectory() as made:
        for number in range(pages):
            folder = Path(made) / "news" / str(number // 1000)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{number}.html").write_text(page(number))
        run = [sys.executable, "-m", "benchmarks.flat", "--add", made]
        said = subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True).stdout
        return [int(figure) for figure in said.split()[-2:]]


def add(folder: str) -> None:
    """Adds the pages of the folder, and prints what was held at most."""
    import cli.jobs.corroborate
    import cli.jobs.pipelines
    from claims.read.containment import READING
    from cli.main import main

    setattr(cli.jobs.pipelines, "_pipeline", lambda _: Ready())  # noqa: B010
    setattr(cli.jobs.corroborate, "bring_up_to_date", lambda _: None)  # noqa: B010
    assert main(["add", f"{folder}/news", "--store", f"{folder}/s.db"]) == 0
    reader = READING._process
    assert reader is not None
    print(_peak("self"), _peak(str(reader.pid)))


def _peak(process: str) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


def news(articles: int, *, weighed: bool) -> None:
    """Saves made news, and prints after each thousand what is resident, with what of it SQLite holds, which keeps its
    pages up to a fixed number."""
    from benchmarks.filled import readings
    from cli.jobs.corroborate import bring_up_to_date
    from store.store import open_store

    _ask_nothing()
    with tempfile.TemporaryDirectory() as made, open_store(Path(made) / "s.db") as store:
        run, some, done = store.runs.start(None, "flat"), readings(0, articles), 0
        while portion := list(islice(some, TOGETHER)):
            store.articles.save_many(portion, run)
            done += len(portion)
            if weighed and not done % WEIGHED_AFTER:
                bring_up_to_date(store)
            if done % A_LINE < TOGETHER:
                resident, pages = _resident(), _of_sqlite()
                spent = time.process_time()
                print(
                    f"{done:,}: {resident:.1f} MB, SQLite {pages:.1f}, {spent:.0f} CPU s",
                    flush=True,
                )


def _ask_nothing() -> None:
    """Lets shared words decide in the place of the network, which would take nine tenths of the time and no memory."""
    import claims.corroborate.matching.pair_model
    from claims.corroborate.matching.pair_reader import PairReading

    def by_words(left: str, right: str) -> PairReading:
        one, other = set(left.split()), set(right.split())
        same = len(one & other) / max(1, len(one | other))
        return PairReading(same, 0.3 * (1 - same), 0.1 * (1 - same), 0.6 * (1 - same))

    setattr(claims.corroborate.matching.pair_model, "read_pair", by_words)  # noqa: B010


def _resident() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 1e6


def _of_sqlite() -> float:
    """Megabytes that the library of SQLite has allocated."""
    mapped = (line.split()[-1] for line in Path("/proc/self/maps").read_text().splitlines())
    used = ctypes.CDLL(next(name for name in mapped if "libsqlite3" in name)).sqlite3_memory_used
    used.restype = ctypes.c_longlong
    return int(used()) / 1e6


def main(arguments: list[str]) -> None:
    """Prints the figures."""
    if arguments[:1] == ["--add"]:
        return add(arguments[1])
    if arguments[:1] in (["saved"], ["weighed"]):
        return news(int(([*arguments, str(ARTICLES)])[1]), weighed=arguments[0] == "weighed")
    few, many = (int(number) for number in arguments) if arguments else PAGES
    before, after = held(few), held(many)
    for what, one, other in zip(("adding", "reading"), before, after, strict=True):
        print(f"{what}: {one} MB over {few:,} pages, {other} MB over {many:,}: {other / one:.2f}")
    return None


if __name__ == "__main__":
    main(sys.argv[1:])
