"""An open store: its doors, each to one subject; no SQL here."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine

from claims.errors import StoreError
from store.database.again import in_transaction
from store.database.location import shown
from store.database.session import SHOWS_PRIVATE, reading
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
from store.opening import NOT_CURRENT, open_engine, open_to_read
from store.speakers import join


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
    database fails."""

    def __init__(self, location: str, engine: Engine) -> None:
        self.location = location
        self._engine = engine
        self.articles = Articles(engine, location)
        self.claims = Claims(engine, location)
        self.speakers = Speakers(engine, location)
        self.propositions = Propositions(engine, location)
        self.decisions = Decisions(engine, location)
        self.corroboration = Corroboration(engine, location)
        self.runs = Runs(engine, location)
        self.forgetting = Forgetting(engine, location)
        self.integrity = Integrity(engine, location)
        self.watching = Watching(engine, location)

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
            if join.outdated(connection):
                raise StoreError(f"{shown(self.location)}: {NOT_CURRENT}")

    def join_again_if_outdated(self) -> None:
        """Joins the speakers anew where older rules joined them."""
        with reading(self._engine, self.location) as connection:
            if not join.outdated(connection):
                return
        in_transaction(self._engine, self.location, join.rebuild_if_outdated)
