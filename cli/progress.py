"""A progress line on stderr for jobs of more than a second; nothing off a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from cli.diagnostics import console

PATIENCE_SECONDS = 1.0
"""Seconds before a job shows that it is running."""


class Meter:
    """Counts finished articles and failures, and shows them once the job has run for a second."""

    def __init__(self, total: Callable[[], int | None]) -> None:
        self._total = total
        self.done = 0
        self.failed = 0
        self._began = time.monotonic()
        self._bar: Progress | None = None

    def step(self) -> None:
        """One more article is done."""
        self.done += 1
        self._show()

    def fail(self) -> None:
        """One more could not be read."""
        self.failed += 1
        self._show()

    def _show(self) -> None:
        seconds = time.monotonic() - self._began
        if self._bar is None:
            if seconds < PATIENCE_SECONDS or not sys.stderr.isatty():
                return
            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                TextColumn("{task.fields[count]}"),
                TimeRemainingColumn(),
            )
            self._bar = Progress(*columns, console=console(), transient=True)
            self._bar.start()
            self._task = self._bar.add_task("reading", total=self._total(), count="")
        total = self._bar.tasks[self._task].total
        self._bar.update(
            self._task,
            completed=self.done + self.failed,
            description=f"reading {self.done / seconds:.1f} articles/s",
            count=progress_words(self.done, self.failed, total),
        )

    def stop(self) -> None:
        """Take the line away."""
        if self._bar is not None:
            self._bar.stop()


def progress_words(done: int, failed: int, total: float | None) -> str:
    """As in "12 of 40, 3 failed"; a total that nobody knows is "?"."""
    of = f"{done + failed:,} of {'?' if total is None else f'{total:,.0f}'}"
    return f"{of}, {failed:,} failed" if failed else of


@contextmanager
def meter(total: Callable[[], int | None] = lambda: None) -> Iterator[Meter]:
    """A meter that is taken away whatever happens; the total is asked for when it is first shown."""
    shown = Meter(total)
    try:
        yield shown
    finally:
        shown.stop()
