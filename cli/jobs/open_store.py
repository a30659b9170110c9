"""Opens the store for a command; what is done with it stands elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import StoreError, UsageError
from cli import output
from cli.jobs.speakers import say_unknown
from cli.jobs.written import Source
from cli.paths import demo_location, exists, is_url, store_location
from store.database.location import shown

if TYPE_CHECKING:
    from store import Store
    from store.records import ClaimRecord, Filters


def open_for_reading(where: str | None, asked: Filters | None = None) -> Store:
    """The store that is there; says which name of what is asked of it nobody has. Raises StoreError
    where nothing has been added yet."""
    return _opened(where, asked, private=output.on_terminal() or output.State.with_private)


def open_to_hand_on(where: str | None, asked: Filters | None = None) -> Store:
    """The same for what is made to leave the screen, such as a page: who unnamed sources are, and what
    notes tell of it, only where that is asked for, on a terminal too."""
    return _opened(where, asked, private=output.State.with_private)


def _opened(where: str | None, asked: Filters | None, *, private: bool) -> Store:
    location = _there(where)
    from store import open_store

    store = open_store(location, create=False, private=private)
    if asked is not None:
        say_unknown(store, asked)
    return store


def open_read_only(where: str | None) -> Store:
    """The same for who hands it on: nothing can be written, and nobody learns who unnamed sources
    are. Raises StoreError, also where the store would have to be upgraded first."""
    location = _there(where)
    from store import open_store

    return open_store(location, read_only=True)


def _there(where: str | None) -> str:
    """The location of a store that is there; raises StoreError where none is."""
    location, _ = store_location(where)
    if not exists(location) and not Path(location).exists():
        demo = demo_location()
        look = (
            f"look into the demo with --store {demo}"
            if exists(demo)
            else "`onrecord demo` to look around"
        )
        raise StoreError(
            f"{shown(location)}: no store here yet; run `onrecord add PATH` first, or {look}"
        )
    Source.location = location
    return location


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
