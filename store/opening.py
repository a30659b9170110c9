"""Opens a database as a store: made, upgraded or refused; what a connection needs stands in
database/session.py."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from claims.errors import StoreError
from store.database.errors import translated
from store.database.location import shown
from store.database.session import make_engine, prepare_file, sqlite_path, writing
from store.migrations import HEAD, KNOWN


def open_engine(location: str, *, create: bool) -> Engine:
    """The engine of a current store, made or upgraded where needed; raises StoreError."""
    path = sqlite_path(location)
    if path is not None and str(path) != ":memory:":
        prepare_file(path, create)
    engine = make_engine(location, path)
    try:
        with translated(location):
            _bring_up_to_date(engine, location, path, create)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _bring_up_to_date(engine: Engine, location: str, path: Path | None, create: bool) -> None:
    """Makes or upgrades the store; raises StoreError where it may not, or a newer onrecord made
    it."""
    with engine.connect() as connection:
        revision = _revision(connection, location)
    if revision == HEAD:
        return
    if revision is not None and revision not in KNOWN:
        raise StoreError(f"{shown(location)}: made by a newer onrecord; upgrade onrecord")
    if revision is None and not create:
        raise StoreError(f"no store at {shown(location)}; run `onrecord add` first")
    from store.upgrade import back_up, upgrade

    if path is not None and revision is not None:
        back_up(path, revision)
    with writing(engine, location) as connection:
        # Another process may have been faster.
        if _revision(connection, location) != HEAD:
            upgrade(connection)
    if path is not None and revision is None and str(path) != ":memory:":
        _use_wal(engine)


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


def _use_wal(engine: Engine) -> None:
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()
