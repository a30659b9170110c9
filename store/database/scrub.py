"""Takes deleted rows out of the pages of a database: free pages, logs, indexes and statistics hold
them until then."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from claims.errors import StoreError
from store.database.location import shown
from store.database.search import make_again
from store.database.session import BUSY_MS, file_of, take_stock, writing
from store.database.write_lock import taking_turns
from store.tables.plain import METADATA

LOG_WAIT_S = 10.0
"""Seconds to wait until readers let go of the log."""
_ASK_EVERY_S = 0.1
_STATISTICS = ("sqlite_stat1", "sqlite_stat4")
_IN_USE = (
    "what was forgotten is gone from every list, and its bytes are still in the file or its log, which "
    "another program is reading; close it (a browser, say) and run `onrecord forget` once more"
)


def scrub(engine: Engine, location: str) -> None:
    """Rewrites the database without what was deleted; raises StoreError where another program keeps
    that from happening."""
    if engine.dialect.name == "postgresql":
        _scrub_server(engine, location)
        return
    with writing(engine, location) as connection:
        make_again(connection)
        _forget_statistics(connection)
        take_stock(connection)
    if file_of(engine) is not None:
        empty_log(engine, location, vacuum=True)


def empty_log(engine: Engine, location: str, *, vacuum: bool = False) -> None:
    """Empties an SQLite store's log into its file, which is rewritten first where that is asked for;
    raises StoreError where readers hold on to the log."""
    if engine.dialect.name != "sqlite" or file_of(engine) is None:
        return
    engine.dispose()
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        cursor.execute("PRAGMA secure_delete = ON")
        with taking_turns(file_of(engine)):
            if vacuum:
                cursor.execute("VACUUM")
            _checkpoint(cursor, location)
    finally:
        raw.close()
        engine.dispose()


def _checkpoint(cursor: Any, location: str) -> None:
    """Raises StoreError where readers hold on to the log."""
    until = time.monotonic() + LOG_WAIT_S
    cursor.execute("PRAGMA busy_timeout = 1000")
    while cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        if time.monotonic() > until:
            raise StoreError(f"{shown(location)}: {_IN_USE}")
        time.sleep(_ASK_EVERY_S)


def _forget_statistics(connection: Connection) -> None:
    """Samples of an index hold its values, names among them."""
    for table in _STATISTICS:
        there = "SELECT 1 FROM sqlite_master WHERE name = :name"
        if connection.execute(text(there), {"name": table}).first():
            connection.exec_driver_sql(f"DELETE FROM {table}")


def _scrub_server(engine: Engine, location: str) -> None:
    """Every table of ours, and the server's statistics of them, which hold values too. Its write-ahead
    log and its own backups are its administrator's. Raises StoreError where somebody reads on and on."""
    tables = sorted(METADATA.tables)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"SET lock_timeout = {BUSY_MS}")
        try:
            for table in tables:
                connection.exec_driver_sql(f'VACUUM (FULL, ANALYZE) "{table}"')
        except DBAPIError as error:
            if "lock timeout" in str(error.orig):
                raise StoreError(f"{shown(location)}: {_IN_USE}") from error
            raise
        # Who may not do that on this server leaves it to the server's own rounds.
        for statement in ("VACUUM FULL pg_catalog.pg_statistic", "CHECKPOINT"):
            with suppress(DBAPIError):
                connection.exec_driver_sql(statement)
