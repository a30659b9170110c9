"""Engines, pragmas, transactions; what SQLite needs. What makes a database a store stands in
opening.py."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from claims.errors import StoreError
from store.database.errors import problem_with, translated
from store.database.location import NO_URL, is_mistyped, shown
from store.database.write_lock import stand_in_line, taking_turns

BUSY_MS = 30_000
OWNER_ALONE = 0o600
"""The mode of a new store and of its backups: they hold who unnamed sources are."""
SHOWS_PRIVATE = "onrecord_private"
"""The execution option of a store that was opened to show who unnamed sources are."""
READ_ONLY = "onrecord_read_only"
"""The execution option of a store through whose engine nothing can be written."""
MAX_LOG_PAGES = 20_000
"""Pages that wait in the log while weighing (80 MB): those of keys are written again and again, and
so only once."""
ROOM_KB = 128_000
# What the driver has to say of a connection that is lost is told by the error that follows, and once.
logging.getLogger("psycopg").addHandler(logging.NullHandler())
LOG_BUSY_MS = 500
"""Waited to give a file its log while others look into it; the next that opens it tries again."""


@contextmanager
def writing(engine: Engine, location: str) -> Iterator[Connection]:
    """One transaction that writes, all of it or nothing; it waits for those that stood in line
    before it. Raises StoreError."""
    with (
        translated(location, file_of(engine)),
        engine.connect().execution_options(onrecord_write=True) as connection,
        taking_turns(file_of(engine)) as begun,
        connection.begin(),
    ):
        begun()
        stand_in_line(connection)
        yield connection


@contextmanager
def supposing(engine: Engine, location: str) -> Iterator[Connection]:
    """A transaction to try something out in: nothing of it is kept. Others wait to write as long.
    Raises StoreError."""
    with (
        translated(location, file_of(engine)),
        engine.connect().execution_options(onrecord_write=True) as connection,
        taking_turns(file_of(engine)) as begun,
    ):
        transaction = connection.begin()
        try:
            begun()
            stand_in_line(connection)
            yield connection
        finally:
            transaction.rollback()


def file_of(engine: Engine) -> Path | None:
    """The file that writers of this process and others share, None where there is none."""
    if engine.dialect.name != "sqlite" or engine.url.database in (None, "", ":memory:"):
        return None
    return Path(str(engine.url.database))


@contextmanager
def reading(engine: Engine, location: str) -> Iterator[Connection]:
    """One snapshot to read from; raises StoreError."""
    with translated(location, file_of(engine)), engine.connect() as connection:
        yield connection


def keeps_log(connection: Connection) -> bool:
    """Whether readers need not wait for who writes: in SQLite that is a property of the file, which
    a process that was killed while making it may have left unset."""
    if file_of(connection.engine) is None:
        return True
    return connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def keep_log(engine: Engine) -> None:
    """Gives the file that property, where it can be written and nobody else uses it."""
    if file_of(engine) is None:
        return
    raw = engine.raw_connection()
    cursor = raw.cursor()
    try:
        cursor.execute(f"PRAGMA busy_timeout = {LOG_BUSY_MS}")
        with suppress(sqlite3.OperationalError):
            cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    finally:
        raw.close()


def shows_private(connection: Connection) -> bool:
    """Whether the store was opened to show who unnamed sources are."""
    return bool(connection.get_execution_options().get(SHOWS_PRIVATE))


def give_room(connection: Connection) -> None:
    """Lets SQLite hold what a weighing looks up until it enters it there: keys lie apart, one on a
    page."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA cache_size = -{ROOM_KB}")
        connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint = {MAX_LOG_PAGES}")


def take_stock(connection: Connection) -> None:
    """Lets SQLite sample how full each index is, without which it sorts every claim for a list's
    first page."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA analysis_limit = 1000")
        connection.exec_driver_sql("ANALYZE")


def sqlite_path(location: str) -> Path | None:
    """The file of an SQLite store, None for a database server; raises StoreError on a URL that is
    none."""
    if "://" not in location:
        if is_mistyped(location) and not Path(location).exists():
            raise problem_with(location, NO_URL)
        return Path(location).expanduser()
    try:
        url = make_url(location)
    except (ArgumentError, ValueError):
        # Without its cause, which may quote a part of the password.
        raise problem_with(location, NO_URL) from None
    return Path(url.database or ":memory:") if url.get_backend_name() == "sqlite" else None


def prepare_file(path: Path, create: bool) -> None:
    """Makes the folder of a new store; raises StoreError on what is no store's file."""
    try:
        if path.is_dir():
            raise StoreError(f"{shown(str(path))}: is a folder, no onrecord store; name a file")
        if path.exists() and not path.is_file():
            raise StoreError(
                f"{shown(str(path))}: is a pipe, socket or device, no file; name a file"
            )
        if path.exists() and path.stat().st_size:
            with path.open("rb") as file:
                if file.read(16) != b"SQLite format 3\0":
                    raise StoreError(
                        f"{shown(str(path))}: is no onrecord store; choose another file with --store"
                    )
        elif not create:
            raise StoreError(f"no store at {shown(str(path))}; run `onrecord add` first")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=OWNER_ALONE)
    except OSError as error:
        raise StoreError(f"{shown(str(path))}: {error.strerror or error}") from error


def make_engine(location: str, path: Path | None, *, read_only: bool = False) -> Engine:
    """An engine, of SQLite where there is a path; read_only: through it the database takes no change.
    Raises StoreError where its driver is missing."""
    try:
        if path is None:
            engine = create_engine(
                _with_driver(location), hide_parameters=True,
                # A server may have been restarted while the store stood open.
                pool_pre_ping=True,
                # Whoever stood in line reads what those before wrote, whatever a server prefers.
                isolation_level="READ COMMITTED",
            )  # fmt: skip
            only = {"postgresql_readonly": True, READ_ONLY: True}
            return engine.execution_options(**only) if read_only else engine
        url = URL.create("sqlite", database=str(path))
        opened: dict[str, Any] = {"creator": partial(_connect_to_read, path)} if read_only else {}
        if _is_frozen(path):
            opened = {"creator": partial(_open_frozen, path)}
        engine = prepared(create_engine(url, hide_parameters=True, **opened))
    except (ImportError, SQLAlchemyError, ValueError, TypeError) as error:
        hint = "install its driver, for PostgreSQL with `pip install 'onrecord[postgres]'`"
        raise problem_with(location, f"cannot be opened ({error}); {hint}") from error
    return engine.execution_options(**{READ_ONLY: True}) if opened else engine


def prepared(engine: Engine) -> Engine:
    """The engine of SQLite with what each of its connections needs."""
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _is_frozen(path: Path) -> bool:
    """Whether a store lies where nobody can write, such as a disk that is read-only, and all of it
    is in its file: SQLite makes files beside a store even to read it."""
    if os.access(path.parent, os.W_OK) or not path.is_file():
        return False
    logs = [path.with_name(path.name + ending) for ending in ("-wal", "-journal")]
    return not any(log.exists() and log.stat().st_size for log in logs)


def _open_frozen(path: Path) -> sqlite3.Connection:
    uri = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def _with_driver(location: str) -> URL:
    """The URL with the driver that comes with onrecord[postgres], where it names none."""
    url = make_url(location)
    return (
        url.set(drivername="postgresql+psycopg")
        if url.drivername in ("postgresql", "postgres")
        else url
    )


def _connect_to_read(path: Path) -> sqlite3.Connection:
    """A connection that SQLite itself lets write nothing; threads take turns with it."""
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False
    )
    connection.execute("PRAGMA query_only = ON")
    return connection


def _on_connect(dbapi: Any, _record: Any) -> None:
    # The driver would otherwise open transactions by itself, late and never around DDL.
    dbapi.isolation_level = None
    cursor = dbapi.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.close()


def _on_begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("onrecord_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
