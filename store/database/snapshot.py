"""What is read of one moment, whoever writes meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from store.database.errors import translated
from store.database.session import file_of


@contextmanager
def snapshot(engine: Engine, location: str) -> Iterator[Connection]:
    """All statements see the same rows; on a server each would else see what was written before it. Raises
    StoreError."""
    server = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with (
        translated(location, file_of(engine)),
        engine.connect().execution_options(**server) as connection,
    ):
        yield connection
