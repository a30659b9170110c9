"""How Python runs while a person waits at the keyboard: set once, before the first screen."""

from __future__ import annotations

import gc
import time

_YOUNG_OBJECTS, _YOUNG_COLLECTIONS = 5_000, 2
"""New objects between two collections, which take a few milliseconds then, and how many of those
make a longer one."""
_OLD_COLLECTIONS = 1_000_000
REST_SECONDS = 2.0
"""Seconds without a key after which nobody notices a tenth of a second."""


def keep_pace() -> None:
    """Spares the screen pauses of a tenth of a second: what is loaded by now stays, and is not
    searched for garbage."""
    gc.freeze()
    gc.set_threshold(_YOUNG_OBJECTS, _YOUNG_COLLECTIONS, _OLD_COLLECTIONS)


class Rest:
    """Looks for all garbage once in every stretch in which nobody touches a key."""

    def __init__(self) -> None:
        self._touched, self._rested = time.monotonic(), False

    def touched(self) -> None:
        """A key was pressed, or the mouse was used."""
        self._touched, self._rested = time.monotonic(), False

    def use(self) -> None:
        """Collects where the person rests and nothing was collected since the last key."""
        if not self._rested and time.monotonic() - self._touched >= REST_SECONDS:
            self._rested = True
            gc.collect()
