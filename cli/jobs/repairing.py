"""Repairs a store, or its counts; what can be read of a damaged one is the store's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.errors import StoreError, UsageError
from cli.jobs.health import damages_of
from cli.paths import exists, store_location
from store.database.location import shown

if TYPE_CHECKING:
    from store.repair import Recovered


def repaired(where: str | None) -> Recovered:
    """Saves what is readable to a new file beside the store; raises UsageError where there is
    nothing to repair, StoreError where nothing can be read."""
    from store.database.session import sqlite_path
    from store.repair import recover

    location, _ = store_location(where)
    file = sqlite_path(location)
    if file is None:
        raise UsageError(f"{shown(location)}: lies on a server, which has its own means of repair")
    if not exists(str(file)):
        raise StoreError(f"{shown(location)}: no store here to repair")
    if not damages_of(location) and _opens(location):
        raise UsageError(f"{shown(location)}: is whole; nothing was done")
    return recover(file)


def recounted(where: str | None) -> tuple[str, ...]:
    """Counts a whole store anew where what it keeps of its claims is wrong; gives what was, nothing of a store
    that is damaged."""
    from store import open_store

    location, _ = store_location(where)
    if not exists(location) or damages_of(location):
        return ()
    try:
        with open_store(location, create=False) as store:
            return store.integrity.recount()
    except StoreError:
        return ()


def _opens(location: str) -> bool:
    """Whether every table can be read and makes sense."""
    from store import open_store

    try:
        with open_store(location, create=False) as store:
            for _ in store.articles.select():
                pass
            for _ in store.claims.select():
                pass
            store.decisions.select()
    except StoreError:
        return False
    return True
