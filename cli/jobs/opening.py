"""Opens the store for a command; what is done with it stands elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import StoreError
from cli.paths import exists, is_url, store_location

if TYPE_CHECKING:
    from store import Store


def open_for_reading(where: str | None) -> Store:
    """The store that is there; raises StoreError where nothing has been added yet."""
    location, _ = store_location(where)
    if not exists(location):
        raise StoreError(
            f"{location}: no store here yet; run `onrecord add PATH` first, or `onrecord demo` to look around"
        )
    from store import open_store

    return open_store(location, create=False)


def open_for_writing(where: str | None) -> Store:
    """The store, made with its folder where there is none."""
    from store import open_store

    location, _ = store_location(where)
    if not is_url(location):
        try:
            Path(location).parent.mkdir(parents=True, exist_ok=True)
        except OSError as exc:
            raise StoreError(f"{location}: {exc.strerror}; choose another file with --store") from exc
    return open_store(location)
