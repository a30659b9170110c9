"""What is worked out once for each word of news and looked up from then on, up to so many of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
RUNS_REMEMBERED = 100_000
MAX_RUN_REMEMBERED = 48
"""Characters of a run without blanks that is kept: each word of news with its marks."""


class Remembered(dict[str, T]):
    """For a run without blanks what is made of it; a plain table, for a text looks up each of its words."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, run: str) -> T:
        made = self._make(run)
        if len(run) <= MAX_RUN_REMEMBERED:
            if len(self) >= RUNS_REMEMBERED:
                self.clear()
            self[run] = made
        return made
