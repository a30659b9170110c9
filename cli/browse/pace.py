"""How Python runs while a person waits at the keyboard: set once, before the first screen."""

from __future__ import annotations

import gc

_YOUNG = 5_000
"""New objects between two collections, which take a few milliseconds then; most die without one."""


def keep_pace() -> None:
    """Spares the screen pauses of a tenth of a second: what is loaded by now stays, and is not searched for garbage."""
    gc.freeze()
    gc.set_threshold(_YOUNG, 20, 1000)
