"""Brings the weighing up to date: what changed goes through claims.corroborate and back, a batch a transaction."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store import Store

FIRST, MOST = 10, 200
"""Articles weighed in the first transaction, and at the most: more share look-ups, fewer hold the lock for less."""
HELD = 0.4
"""Seconds that a transaction may take: another process, such as a person judging, waits no longer."""
MUCH = 500
"""Articles after which the database takes stock of itself."""


def bring_up_to_date(store: Store) -> bool:
    """Weighs what changed since; True where anything did. Interrupted, it goes on where it stopped."""
    if not store.weighing_stale():
        return False
    from claims.corroborate.grow import grow

    weighed, size = 0, FIRST
    while True:
        start = time.monotonic()
        with store.shelf() as shelf:
            taken = grow(shelf, size)
        size = next_size(size, time.monotonic() - start)
        weighed += taken
        if not taken:
            break
    if weighed >= MUCH:
        store.take_stock()
    return True


def next_size(size: int, seconds: float) -> int:
    """How many articles to weigh next, after so many took so long."""
    if seconds > HELD:
        return max(1, size // 2)
    return min(MOST, 2 * size) if seconds < HELD / 3 else size
