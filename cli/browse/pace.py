"""How Python runs while a person waits at the keyboard: set once, before the first screen."""

from __future__ import annotations

import gc
import sys

_YOUNG = 50_000
"""New objects between two collections, which take a few milliseconds then; most die without one."""
_SLICE = 0.001
"""Seconds for which a worker may hold the interpreter while the screen waits; Python's own are five times as long."""


def keep_pace() -> None:
    """Spares the screen pauses of a tenth of a second: what is loaded by now stays, and is not searched for garbage."""
    gc.freeze()
    gc.set_threshold(_YOUNG, 20, 100)
    sys.setswitchinterval(_SLICE)
