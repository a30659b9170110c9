"""Copies one store into another, both named by a person, and notes in the first where its copy lies."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from claims.errors import OnrecordError
from cli.paths import is_url, store_location


def copied(source: str, target: str) -> dict[str, int]:
    """How many rows of each table were copied; raises UsageError on what can be no store, StoreError
    where there is none, or where the target holds rows."""
    from store import open_store

    there, _ = store_location(source)
    place, _ = store_location(target)
    with open_store(there, read_only=True) as store, open_store(place) as copy:
        rows = store.copy_into(copy)
    if not is_url(place):
        # Forgetting names what else may hold a thing; a store that takes no change goes without.
        with suppress(OnrecordError), open_store(there, create=False) as store:
            store.forgetting.remember_file(str(Path(place).expanduser().resolve()), "copy")
    return rows
