"""What a year of Common Crawl News would take: a calculation over measured figures, each of which can be given anew.

    python -m benchmarks.year_of_news
    python -m benchmarks.year_of_news --english .3 --days 30 --tokens-a-second 191

What nobody measured here is a parameter too: the share of English was found nowhere, and the length of an article and
its claims are guesses of the right size.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, fields

DAY = 86_400
SHARE_BYTES = 5_000
"""That go to a worker and come back for an article, beside its text (a guess; 5,700 where one has 3.9 kB)."""


@dataclass(frozen=True)
class Year:
    """What is put in; the defaults are those of docs/scale.md."""

    articles: float = 140e6
    """Of a year, all languages (the data card of FineNews)."""
    english: float = 0.4
    """Share of articles that are English (a guess)."""
    copies: float = 0.0
    """Share of English articles that are left out as copies before they are read."""
    days: float = 30
    """In which the year is to be read."""
    tokens: float = 600
    """Of an article (a guess)."""
    tokens_a_second: float = 2_455
    """That a core reads with the fast detector (docs/models.md)."""
    used: float = 0.8
    """Share of its time that a core of a cluster reads (a guess)."""
    claims: float = 8
    """Of an article (a guess)."""
    claim_bytes: float = 4_067
    """Of the store for each (benchmarks/RESULTS.md)."""
    article_bytes: float = 3_600
    """Of its text."""
    writer_seconds: float = 0.0075
    """CPU seconds of the one process that saves and weighs, for a claim (`many_machines share`)."""
    page_seconds: float = 0.0085
    """Of the one process that takes the text out of a page, whatever its language (benchmarks/RESULTS.md)."""
    core_gigabytes: float = 0.8
    """Of memory, for each reading process (a guess)."""


@dataclass(frozen=True)
class Need:
    """What comes out."""

    read: float
    """Articles."""
    core_days: float
    cores: float
    gigabytes: float
    """Of memory on all machines together."""
    page_days: float
    """That one process takes texts out of pages."""
    writer_days: float
    """That one writer works at it."""
    writers: float
    """That it would take to keep up."""
    store_terabytes: float
    megabits: float
    """A second, between the machine that hands out and the workers."""


def needed(year: Year) -> Need:
    """The calculation."""
    read = year.articles * year.english * (1 - year.copies)
    core_days = read * year.tokens / year.tokens_a_second / year.used / DAY
    cores, writer_days = core_days / year.days, read * year.claims * year.writer_seconds / DAY
    page_days = year.articles * year.page_seconds / DAY
    store = read * (year.claims * year.claim_bytes + year.article_bytes)
    sent = read * (2 * year.article_bytes + SHARE_BYTES) * 8 / (year.days * DAY)
    return Need(
        read, core_days, cores, cores * year.core_gigabytes, page_days, writer_days,
        writer_days / year.days, store / 1e12, sent / 1e6,
    )  # fmt: skip


def main() -> None:
    """Prints what is put in and what comes out."""
    parser = argparse.ArgumentParser(description=__doc__)
    for one in fields(Year):
        parser.add_argument(f"--{one.name.replace('_', '-')}", type=float, default=one.default)
    year = Year(**vars(parser.parse_args()))
    for given, digits in ((year, ",.10g"), (needed(year), ",.1f")):
        for name, value in vars(given).items():
            print(f"{name.replace('_', ' '):16}  {value:>14{digits}}")
        print()


if __name__ == "__main__":
    main()
