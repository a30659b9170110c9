"""Brings the weighing up to date: what changed goes through claims.corroborate and back, a batch a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store import Store

MUCH = 500
"""Articles after which the database takes stock of itself."""


def bring_up_to_date(store: Store) -> bool:
    """Weighs what changed since; True where anything did. Interrupted, it goes on where it stopped."""
    if not store.weighing_stale():
        return False
    from claims.corroborate.grow import grow

    weighed = 0
    while True:
        with store.shelf() as shelf:
            taken = grow(shelf)
        weighed += taken
        if not taken:
            break
    if weighed >= MUCH:
        store.take_stock()
    return True
