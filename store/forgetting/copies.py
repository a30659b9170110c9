"""What else may hold what is forgotten: backups beside the store, and files that commands wrote from
it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select

from claims.ids import canonical_url
from store.tables import ReadMarkRow, VisitRow, WrittenFileRow, now
from store.tables.columns import col

BACKUP, REPAIRED = ".backup-", ".repaired"
_BLOCK = bytes(1 << 20)


def backups(file: Path | None) -> list[Path]:
    """Copies of an SQLite store that onrecord made beside it; a server's are its administrator's."""
    if file is None:
        return []
    starts = tuple(f"{file.name}{mark}" for mark in (BACKUP, REPAIRED))
    return sorted(
        path
        for path in file.absolute().parent.iterdir()
        if path.name.startswith(starts) and path.is_file()
    )


def delete_backups(file: Path | None) -> list[Path]:
    """Deletes the copies made before upgrades, each overwritten first; one that was repaired may be
    in use as a store, and stays."""
    gone = [path for path in backups(file) if file and path.name.startswith(file.name + BACKUP)]
    for path in gone:
        with path.open("r+b") as raw:
            left = path.stat().st_size
            while left > 0:
                left -= raw.write(_BLOCK[:left])
            raw.flush()
            os.fsync(raw.fileno())
        path.unlink()
    return gone


def remember_file(connection: Connection, path: str, command: str) -> None:
    """Notes that a command wrote a file from the store."""
    connection.execute(delete(WrittenFileRow).where(col(WrittenFileRow.path) == path))
    connection.execute(insert(WrittenFileRow), [{"path": path, "command": command, "at": now()}])


def forget_files(connection: Connection, tells: Callable[[str], bool]) -> None:
    """Takes out the names of files that tell what is forgotten; they were named to who forgets."""
    for path, _ in files(connection):
        if tells(path):
            connection.execute(delete(WrittenFileRow).where(col(WrittenFileRow.path) == path))


def forget_visits(
    connection: Connection, addresses: Collection[str], tells: Callable[[str], bool]
) -> None:
    """Takes out when an article's address was asked, and how far readers of a query that tells what is
    forgotten have come."""
    for address in connection.execute(select(col(VisitRow.address))).scalars().all():
        if canonical_url(address) in addresses:
            connection.execute(delete(VisitRow).where(col(VisitRow.address) == address))
    for query in connection.execute(select(col(ReadMarkRow.query)).distinct()).scalars().all():
        if tells(query):
            connection.execute(delete(ReadMarkRow).where(col(ReadMarkRow.query) == query))


def files(connection: Connection) -> list[tuple[str, str]]:
    """Files that commands wrote from the store, each with the command; some may be gone since."""
    query = select(col(WrittenFileRow.path), col(WrittenFileRow.command))
    return [
        (row.path, row.command)
        for row in connection.execute(query.order_by(col(WrittenFileRow.path)))
    ]
