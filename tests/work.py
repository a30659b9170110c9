"""How much a function works over a text, told without a clock: the lines of Python that it runs, and the
characters of the text that it copies."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, SupportsIndex

MAX_GROWTH = 2.2
"""Of the work over a text twice as long, where it grows with the text's length: what opens and closes a text
counts little."""


class _Copied(str):
    """A text that counts what is copied of it."""

    __slots__ = ("characters",)

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        part = super().__getitem__(key)
        self.characters = getattr(self, "characters", 0) + len(part)
        return part


def work(function: Callable[[str], Any], text: str) -> int:
    """Lines run and characters copied while the function reads the text, to its last result."""
    copied, lines = _Copied(text), 0

    def traced(_: FrameType, event: str, __: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return traced

    before = sys.gettrace()
    sys.settrace(traced)
    try:
        list(function(copied))
    finally:
        sys.settrace(before)
    return lines + getattr(copied, "characters", 0)


def growth(function: Callable[[str], Any], unit: str, *, lead: str = "", times: int = 100) -> float:
    """How many times more work twice as long a run of a unit is, behind what leads to it."""
    return work(function, lead + unit * (2 * times)) / work(function, lead + unit * times)
