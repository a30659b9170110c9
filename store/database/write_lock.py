"""Whose turn it is to write, among threads and processes that share one SQLite file: SQLite itself
keeps no queue."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import Connection

if sys.platform != "win32":
    import fcntl

WRITERS_LOCK = 0x6F6E7265636F7264
"""The number of the lock that all writers of a store on a server take: "onrecord" in ASCII."""
MAX_REST_S = 0.12
"""Seconds: a little longer than the time between two questions of one that waits."""


@contextmanager
def taking_turns(path: Path | None) -> Iterator[Callable[[], None]]:
    """Waits in line to write to a file; call what it gives once the transaction has begun, so that
    the next waits.

    Who writes on and on must stand in line again each time, behind whoever came meanwhile; so
    nobody waits for more than the transactions before. A file beside the store holds the place (a
    lock that the system lets go of when a process dies); where there can be none, the writer rests
    after long transactions.
    """
    start = time.monotonic()
    with ExitStack() as place:
        in_line = path is None or _at_the_head(place, path)
        yield place.close
    if not in_line:
        time.sleep(rest(time.monotonic() - start))


def stand_in_line(connection: Connection) -> None:
    """Waits in a server's own line of writers, until the end of the transaction: what is checked in
    it before it writes, such as whether there are tables yet, stays true. SQLite has one writer."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")


def somebody_waits(connection: Connection, path: Path | None) -> bool:
    """Whether another waits for the end of the transaction that writes; True too where it cannot be known."""
    if connection.dialect.name == "postgresql":
        return bool(connection.exec_driver_sql(_WAITING).scalar())
    if path is None or sys.platform == "win32":
        return True
    try:
        with path.with_name(f"{path.name}-turn").open("rb") as file:
            # Who has begun has left the head of the line: whoever stands there waits for him.
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            fcntl.flock(file, fcntl.LOCK_UN)  # a child made in between would hold it on
    except OSError:
        return True
    return False


_WAITING = """
SELECT EXISTS (SELECT 1 FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
WHERE locktype = 'advisory' AND NOT granted AND datname = current_database())
"""


def rest(held_seconds: float) -> float:
    """Seconds to leave to other writers after holding SQLite's lock for so long, where they stand
    in no line."""
    return min(held_seconds / 4, MAX_REST_S) if held_seconds > MAX_REST_S else 0.0


def _at_the_head(place: ExitStack, path: Path) -> bool:
    """Waits for the head of the line; False where no line can be kept."""
    if sys.platform == "win32":
        return False
    try:
        # Never the store itself: closing another handle of it would drop the locks that SQLite
        # holds on it.
        file = os.open(f"{path}-turn", os.O_RDONLY | os.O_CREAT, 0o666)
        place.callback(os.close, file)
        fcntl.flock(file, fcntl.LOCK_EX)
        # Said outright, for a process forked meanwhile has the file open too.
        place.callback(fcntl.flock, file, fcntl.LOCK_UN)
    except OSError:
        return False
    return True
