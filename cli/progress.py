"""A progress line on stderr for jobs of more than a second; nothing off a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from cli.diagnostics import console

PATIENCE_SECONDS = 1.0
"""Seconds before a job shows that it is running."""


class Meter:
    """Counts finished articles and shows them once the job has run for a second."""

    def __init__(self, total: int | None) -> None:
        self.total = total
        self.done = 0
        self._began = time.monotonic()
        self._bar: Progress | None = None

    def step(self) -> None:
        """One more article is done."""
        self.done += 1
        seconds = time.monotonic() - self._began
        if self._bar is None:
            if seconds < PATIENCE_SECONDS or not sys.stderr.isatty():
                return
            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
            )
            self._bar = Progress(*columns, console=console(), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("reading", total=self.total)
        self._bar.update(
            self._task,
            completed=self.done,
            description=f"reading {self.done / seconds:.1f} articles/s",
        )

    def stop(self) -> None:
        """Take the line away."""
        if self._bar is not None:
            self._bar.stop()


@contextmanager
def meter(total: int | None = None) -> Iterator[Meter]:
    """A meter that is taken away whatever happens."""
    shown = Meter(total)
    try:
        yield shown
    finally:
        shown.stop()
