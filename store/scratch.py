"""A copy of a store to try something out in, where the store itself takes no change; it ends with its
user, and no file of it has a name."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine

from store.copying import copy_rows
from store.database.session import READ_ONLY, file_of, prepared, reading, supposing

_ON_SERVER = (
    "SELECT current_setting('transaction_read_only') = 'off' "
    "AND has_table_privilege('claim', 'UPDATE') AND has_table_privilege('decision', 'DELETE')"
)


@contextmanager
def trying_out(engine: Engine, location: str) -> Iterator[Connection]:
    """A transaction to try something out in, of which nothing is kept: in the store itself, or in a
    copy where it can only be read. Raises StoreError."""
    if _takes_changes(engine, location):
        with supposing(engine, location) as connection:
            yield connection
        return
    with closing(sqlite3.connect("", check_same_thread=False)) as file:
        scratch = prepared(create_engine("sqlite://", creator=lambda: file, poolclass=StaticPool))
        with reading(engine, location) as source:
            if engine.dialect.name == "sqlite":
                _copy_pages(source, file)
            else:
                _copy_rows(source, scratch, location)
        options = {**engine.get_execution_options(), READ_ONLY: False}
        with supposing(scratch.execution_options(**options), location) as connection:
            yield connection


def _takes_changes(engine: Engine, location: str) -> bool:
    if engine.get_execution_options().get(READ_ONLY):
        return False
    file = file_of(engine)
    if engine.dialect.name == "sqlite":
        return file is None or (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK))
    with reading(engine, location) as connection:
        return bool(connection.exec_driver_sql(_ON_SERVER).scalar())


def _copy_pages(source: Connection, file: sqlite3.Connection) -> None:
    driver: Any = source.connection.driver_connection
    driver.backup(file)


def _copy_rows(source: Connection, scratch: Engine, location: str) -> None:
    """Every row of a server's tables, into tables as SQLite has them, and the index that only SQLite
    has."""
    from store.new_store import make

    writer = scratch.connect().execution_options(onrecord_write=True)
    with writer as copy, copy.begin():
        make(copy)
        copy_rows(source, copy, location)
