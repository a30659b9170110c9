"""How much to write at once: what others wait for is time, so a portion is as large as the last
ones were quick."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

MAX_ITEMS = 10_000
"""Items of a portion, whatever they cost."""
WRITE_SECONDS = 0.2
"""Seconds that writing a portion may take: a person who judges meanwhile hardly notices."""


class Portions:
    """Cuts what is to be written into portions that take about so long each, whatever one of them
    costs."""

    def __init__(
        self, first: int = 16, seconds: float = WRITE_SECONDS, most: int = MAX_ITEMS
    ) -> None:
        self.size, self._seconds, self._most = first, seconds, most

    def of(self, items: Sequence[T]) -> Iterator[Sequence[T]]:
        """The portions in order; the time that each takes is the time until the next is asked
        for."""
        at = 0
        while at < len(items):
            portion = items[at : at + self.size]
            start = time.monotonic()
            yield portion
            at += len(portion)
            self.took(len(portion), time.monotonic() - start)

    def took(self, many: int, seconds: float) -> None:
        """So many took so long: the next portion is at most twice as large, within the bounds, and
        at least one."""
        # What was quick because it was little says nothing of a whole portion.
        if seconds > self._seconds or many >= self.size:
            fitting = int(many * self._seconds / max(seconds, 1e-6))
            self.size = max(1, min(fitting, 2 * self.size, self._most))
