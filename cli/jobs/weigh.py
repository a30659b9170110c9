"""Brings the weighing up to date: stored claims through claims.corroborate and back into the store."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store import Store


def bring_up_to_date(store: Store) -> bool:
    """Weighs again where articles changed since; True where it did."""
    if not store.weighing_stale():
        return False
    from claims.corroborate.weigh import weigh

    store.save_weighing(weigh(store.stated_articles()))
    return True
