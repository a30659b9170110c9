"""Opens a database as a store: made, upgraded or refused; what a connection needs stands in
database/session.py."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, inspect, text

from claims.errors import StoreError
from store.database.errors import translated
from store.database.location import shown
from store.database.session import (
    file_of,
    keep_log,
    keeps_log,
    make_engine,
    prepare_file,
    sqlite_path,
)
from store.database.write_lock import stand_in_line, taking_turns
from store.migrations import HEAD, KNOWN
from store.new_store import make

NOT_CURRENT = (
    "made by an older onrecord, and opened here to be read alone; `onrecord check` on it once "
    "upgrades it, after a backup"
)


def open_engine(location: str, *, create: bool) -> Engine:
    """The engine of a current store, made or upgraded where needed; raises StoreError."""
    path = sqlite_path(location)
    if path is not None and str(path) != ":memory:":
        prepare_file(path, create)
    engine = make_engine(location, path)
    try:
        with translated(location, file_of(engine)):
            _bring_up_to_date(engine, location, create)
    except BaseException:
        engine.dispose()
        raise
    return engine


def open_to_read(location: str) -> Engine:
    """An engine through which nothing can be written, of a store that is there and current; raises
    StoreError."""
    path = sqlite_path(location)
    if path is not None:
        prepare_file(path, create=False)
    engine = make_engine(location, path, read_only=True)
    try:
        with translated(location, file_of(engine)), engine.connect() as connection:
            revision = _revision(connection, location)
        _check_known(location, revision)
        if revision != HEAD:
            raise StoreError(f"{shown(location)}: {NOT_CURRENT}")
    except BaseException:
        engine.dispose()
        raise
    return engine


def _check_known(location: str, revision: str | None) -> None:
    """Raises StoreError where there is no store, or a newer onrecord made it."""
    if revision is not None and revision not in KNOWN:
        raise StoreError(f"{shown(location)}: made by a newer onrecord; upgrade onrecord")
    if revision is None:
        raise StoreError(f"no store at {shown(location)}; run `onrecord add` first")


def _bring_up_to_date(engine: Engine, location: str, create: bool) -> None:
    """Makes or upgrades the store; raises StoreError where it may not, or a newer onrecord made
    it."""
    with engine.connect() as connection:
        revision = _revision(connection, location)
        ready = revision == HEAD and keeps_log(connection)
    if ready:
        return
    if revision is not None or not create:
        _check_known(location, revision)
    with taking_turns(file_of(engine)):
        keep_log(engine)
        if revision != HEAD:
            _upgrade(engine, location)


def _upgrade(engine: Engine, location: str) -> None:
    """Makes or upgrades the store, unless another process did while this one stood in line."""
    file = file_of(engine)
    with engine.connect() as connection:
        revision = _revision(connection, location)
    if file is not None and revision not in (None, HEAD):
        from store.upgrade import back_up

        back_up(file, str(revision))
    writer = engine.connect().execution_options(onrecord_write=True)
    with writer as connection, connection.begin():
        stand_in_line(connection)
        # Where no line could be kept, another process may have been faster still.
        revision = _revision(connection, location)
        if revision is None:
            make(connection)
        elif revision != HEAD:
            from store.upgrade import upgrade

            upgrade(connection)


def _revision(connection: Connection, location: str) -> str | None:
    """The store's revision, None for an empty database; raises StoreError on another program's."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables and "article" in tables and "claim" in tables:
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return str(revision) if revision else None
    if tables:
        raise StoreError(
            f"{shown(location)}: is no onrecord store but another program's database; choose another with --store"
        )
    return None
