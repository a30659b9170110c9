"""Things with places in a text, looked up by where they stand; what they are is nothing to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Crossing(Generic[T]):
    """Things of which those that share a character with a stretch are found without looking at all."""

    def __init__(self, placed: Iterable[tuple[int, int, T]]) -> None:
        self._placed = sorted(placed, key=lambda one: one[:2])
        self._starts = [start for start, _, _ in self._placed]
        self._reach = [*accumulate((end for _, end, _ in self._placed), max)]

    def over(self, start: int, end: int) -> Iterator[T]:
        """Those that share a character with a stretch, in the order of the text."""
        first, last = bisect_right(self._reach, start), bisect_left(self._starts, end)
        return (thing for _, to, thing in self._placed[first:last] if to > start)

    def beginning(self, start: int, end: int) -> Iterator[T]:
        """Those that begin within a stretch."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return (thing for _, _, thing in self._placed[first:last])
