"""Brings an older store to the current revision; imported only where that is needed, for Alembic is
slow to import. A new store is made by new_store.py."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, select

from store.counts.keep import rebuild as count_anew
from store.database.session import OWNER_ALONE
from store.decisions.on_claims import rebuild
from store.decisions.private import weigh_anew
from store.migrations import HEAD
from store.queries.outlets import fill_facts
from store.speakers import words
from store.speakers.join import rebuild_if_outdated
from store.tables import SpeakerRow
from store.tables.columns import col

HEADER_BYTES = 100
HEADER_COUNTERS = (slice(18, 20), slice(24, 28), slice(40, 44), slice(92, 100))
"""Where an SQLite header holds the journal's mode and how often it was written."""
BLOCK_BYTES = 1 << 20


def upgrade(connection: Connection) -> None:
    """Runs every missing migration inside the connection's open transaction, and makes again what
    is derived."""
    migrate(connection, HEAD)
    rebuild(connection)
    weigh_anew(connection)
    fill_facts(connection)
    # What is counted goes under the names that are shown: those of a repaired store may be lost.
    named = connection.execute(select(col(SpeakerRow.id)).limit(1)).first()
    if not named or not rebuild_if_outdated(connection):
        words.rebuild(connection)
    count_anew(connection)


def migrate(connection: Connection, revision: str) -> None:
    """Brings the tables to a revision, without what is derived from them."""
    config = Config()
    config.set_main_option(
        "script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%")
    )
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def back_up(path: Path, revision: str) -> Path:
    """Copies an SQLite store to NAME.backup-REV, whole or not at all, and gives the copy's path; a
    backup of other content that is there already keeps its name."""
    partial = path.with_name(f"{path.name}.backup-{revision}.partial")
    partial.unlink(missing_ok=True)
    partial.touch(mode=OWNER_ALONE)
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(partial)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    for number in count(1):
        target = path.with_name(
            f"{path.name}.backup-{revision}{f'-{number}' if number > 1 else ''}"
        )
        if _took_name(partial, target):
            return target
    raise AssertionError("numbers do not end")


def _took_name(partial: Path, target: Path) -> bool:
    """Whether the copy is at the place now, or was there already; nothing is ever replaced."""
    if target.exists():
        if not _same_pages(partial, target):
            return False
        partial.unlink()
    else:
        partial.rename(target)
    return True


def _same_pages(left: Path, right: Path) -> bool:
    """Whether two SQLite files hold the same; their counters of changes may differ."""
    if left.stat().st_size != right.stat().st_size:
        return False
    with left.open("rb") as one, right.open("rb") as other:
        heads = [bytearray(file.read(HEADER_BYTES)) for file in (one, other)]
        for head in heads:
            for counter in HEADER_COUNTERS:
                head[counter] = bytes(len(head[counter]))
        if heads[0] != heads[1]:
            return False
        while block := one.read(BLOCK_BYTES):
            if block != other.read(BLOCK_BYTES):
                return False
    return True
