"""Brings the weighing up to date: what changed in the store through claims.corroborate and back, a batch a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store import Store


def bring_up_to_date(store: Store) -> bool:
    """Weighs what changed since; True where anything did. Interrupted, it goes on where it stopped."""
    if not store.weighing_stale():
        return False
    from claims.corroborate.grow import grow

    while True:
        with store.shelf() as shelf:
            if not grow(shelf):
                return True
