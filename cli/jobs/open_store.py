"""Opens the store for a command; what is done with it stands elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import StoreError, UsageError
from cli import output
from cli.paths import demo_location, exists, is_url, store_location
from store.database.location import shown

if TYPE_CHECKING:
    from store import Store
    from store.records import ClaimRecord


def open_for_reading(where: str | None) -> Store:
    """The store that is there; raises StoreError where nothing has been added yet."""
    location, _ = store_location(where)
    if not exists(location):
        demo = demo_location()
        look = (
            f"look into the demo with --store {demo}"
            if exists(demo)
            else "`onrecord demo` to look around"
        )
        raise StoreError(
            f"{shown(location)}: no store here yet; run `onrecord add PATH` first, or {look}"
        )
    from store import open_store

    private = output.on_terminal() or output.State.with_private
    return open_store(location, create=False, private=private)


def the_claim(store: Store, id: str) -> ClaimRecord:
    """The claim of an id; raises UsageError that tells an id of a proposition from one of
    nothing."""
    try:
        return store.claims.get(id)
    except UsageError as error:
        try:
            members = store.propositions.get(id).claims
        except UsageError:
            raise error from None
        first = members[0].claim.id[:8] if members else "ID"
        raise UsageError(
            f"{id} is a proposition; `onrecord check {id}` shows it, and its claims have their own ids, such as {first}"
        ) from None


def open_for_writing(where: str | None) -> Store:
    """The store, made with its folder where there is none; raises StoreError where neither can
    be."""
    from store import open_store

    location, _ = store_location(where)
    if not is_url(location):
        try:
            Path(location).parent.mkdir(parents=True, exist_ok=True)
        except OSError as exc:
            raise StoreError(
                f"{shown(location)}: {exc.strerror}; choose another file with --store"
            ) from exc
    return open_store(location)
