"""Every series with its promise and counts; what a series does stands in the module of its kind."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.reliability import deciding, disks, hostile, kills, sizes, upgrades, writers
from tests.postgres import Server, running

Figures = dict[str, Any]


class Workshop:
    """A folder of a series' own, new stores in it, and a database server where one is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers, self._stack = itertools.count(1), ExitStack()
        self._server: Server | None = None

    def __enter__(self) -> Workshop:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def file(self) -> str:
        """Where a new store can be made, in a file."""
        return str(self.folder / f"store-{next(self._numbers)}.db")

    @property
    def server(self) -> Server:
        """A PostgreSQL server, started once."""
        if self._server is None:
            self._server = self._stack.enter_context(running())
        return self._server

    def database(self) -> str:
        """Where a new store can be made, in PostgreSQL."""
        return self.server.new()


@dataclass(frozen=True)
class Series:
    """A promise, and what tries it so many times."""

    part: str
    name: str
    count: int
    run: Callable[[Workshop, int], Figures]

    def figures(self, shop: Workshop, share: float = 1.0) -> Figures:
        """What was found; the fault where the promise does not hold."""
        count = max(1, round(self.count * share))
        try:
            return {"asked": count, **self.run(shop, count)}
        except AssertionError as error:
            return {"asked": count, "fault": str(error)[:2000]}


def _adding(texts: str, jobs: int, *, server: bool = False) -> Callable[[Workshop, int], Figures]:
    def run(shop: Workshop, count: int) -> Figures:
        new = shop.database if server else shop.file
        return kills.kill_adding(shop.folder, new, texts, jobs, kills=count, articles=150)

    return run


def _size(kind: str) -> Series:
    full = sizes.FULL[kind]
    return Series(
        "sizes",
        f"{full:,} {kind}",
        full,
        lambda shop, count: sizes.measure(shop.folder, kind, count),
    )


def _hostile(characters: int) -> Series:
    return Series(
        "hostile",
        f"hostile text, {characters:,} characters of each kind",
        hostile.KINDS,
        lambda _, count: hostile.measure(count, characters),
    )


SERIES = (
    Series("kills", "add, ready lines, --jobs 1", 50, _adding("ready lines", 1)),
    Series("kills", "add, ready lines, --jobs 2", 50, _adding("ready lines", 2)),
    Series("kills", "add, ready lines, PostgreSQL", 20, _adding("ready lines", 1, server=True)),
    Series("kills", "add, plain text, --jobs 1", 50, _adding("plain text", 1)),
    Series("kills", "add, plain text, --jobs 2", 50, _adding("plain text", 2)),
    Series("decisions", "review, merge, undo, redetect, export", 60,
           lambda shop, count: deciding.kill_deciding(shop.folder, count)),
    Series("upgrades", "stores of every earlier revision", 60,
           lambda shop, count: upgrades.kill_upgrading(shop.folder, count)),
    Series("writers", "eight writers and a browser, SQLite", 3,
           lambda shop, count: writers.write_together(shop.folder, shop.file, count)),
    Series("writers", "eight writers and a browser, PostgreSQL", 3,
           lambda shop, count: writers.write_together(shop.folder, shop.database, count)),
    Series("restarts", "PostgreSQL restarted amid add", 6,
           lambda shop, count: writers.restart_amid(shop.folder, shop.server, count)),
    Series("disks", "a full disk", 8, lambda shop, count: disks.fill_disk(shop.folder, count)),
    Series("disks", "files that may not grow", 8,
           lambda shop, count: disks.limit_files(shop.folder, count)),
    Series("disks", "a read-only disk", 1,
           lambda shop, count: disks.forbid_writing(shop.folder, count)),
    Series("damage", "pages overwritten", 20, lambda shop, count: disks.damage(shop.folder, count)),
    *map(_hostile, hostile.CHARACTERS),
    *map(_size, sizes.FULL),
)  # fmt: skip
