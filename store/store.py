"""An open store: its doors, each to one subject; no SQL here."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from claims.errors import StoreError
from store.database.again import in_transaction
from store.database.location import shown
from store.database.session import SHOWS_PRIVATE, reading
from store.opening import NOT_CURRENT, open_engine, open_to_read
from store.speakers.rules import outdated

if TYPE_CHECKING:
    from store.doors.articles import Articles
    from store.doors.claims import Claims
    from store.doors.corroboration import Corroboration
    from store.doors.decisions import Decisions
    from store.doors.forgetting import Forgetting
    from store.doors.integrity import Integrity
    from store.doors.propositions import Propositions
    from store.doors.runs import Runs
    from store.doors.speakers import Speakers
    from store.doors.watching import Watching


def open_store(
    location: str | Path, *, create: bool = True, private: bool = False, read_only: bool = False
) -> Store:
    """Opens a file or database URL, making or upgrading the store where needed; private: also hands
    out who unnamed sources are; read_only: nothing can be written, nor is anything made or upgraded.
    Raises StoreError."""
    engine = open_to_read(str(location)) if read_only else open_engine(str(location), create=create)
    store = Store(str(location), engine.execution_options(**{SHOWS_PRIVATE: private}))
    try:
        if read_only:
            store.check_joined()
        else:
            store.join_again_if_outdated()
    except BaseException:
        store.close()
        raise
    return store


class Store:
    """An open store; a context manager. Every method of its doors raises StoreError where the
    database fails; a door is made, and what lies behind it loaded, when it is first asked for."""

    def __init__(self, location: str, engine: Engine) -> None:
        self.location = location
        self._engine = engine

    @cached_property
    def articles(self) -> Articles:
        from store.doors.articles import Articles

        return Articles(self._engine, self.location)

    @cached_property
    def claims(self) -> Claims:
        from store.doors.claims import Claims

        return Claims(self._engine, self.location)

    @cached_property
    def speakers(self) -> Speakers:
        from store.doors.speakers import Speakers

        return Speakers(self._engine, self.location)

    @cached_property
    def propositions(self) -> Propositions:
        from store.doors.propositions import Propositions

        return Propositions(self._engine, self.location)

    @cached_property
    def decisions(self) -> Decisions:
        from store.doors.decisions import Decisions

        return Decisions(self._engine, self.location)

    @cached_property
    def corroboration(self) -> Corroboration:
        from store.doors.corroboration import Corroboration

        return Corroboration(self._engine, self.location)

    @cached_property
    def runs(self) -> Runs:
        from store.doors.runs import Runs

        return Runs(self._engine, self.location)

    @cached_property
    def forgetting(self) -> Forgetting:
        from store.doors.forgetting import Forgetting

        return Forgetting(self._engine, self.location)

    @cached_property
    def integrity(self) -> Integrity:
        from store.doors.integrity import Integrity

        return Integrity(self._engine, self.location)

    @cached_property
    def watching(self) -> Watching:
        from store.doors.watching import Watching

        return Watching(self._engine, self.location)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()

    def copy_into(self, other: Store) -> dict[str, int]:
        """Copies every row into another store, which holds none yet, and compares it there; gives their
        number by table. Raises StoreError, and then nothing of it is kept."""
        from store.copying import copy_store

        return copy_store(self._engine, self.location, other._engine, other.location)

    def check_joined(self) -> None:
        """Raises StoreError where the speakers are still joined by older rules."""
        with reading(self._engine, self.location) as connection:
            if outdated(connection):
                raise StoreError(f"{shown(self.location)}: {NOT_CURRENT}")

    def join_again_if_outdated(self) -> None:
        """Joins the speakers anew where older rules joined them."""
        with reading(self._engine, self.location) as connection:
            if not outdated(connection):
                return
        from store.counts.keep import rebuild
        from store.speakers.join import rebuild_if_outdated

        def join_and_count(connection: Connection) -> None:
            if rebuild_if_outdated(connection):
                rebuild(connection)

        in_transaction(self._engine, self.location, join_and_count)
