"""Brings a database to the current revision; imported only where that is needed, for Alembic is
slow to import."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from store.decisions.on_claims import rebuild
from store.migrations import HEAD
from store.queries.outlets import fill_facts


def upgrade(connection: Connection) -> None:
    """Runs every missing migration inside the connection's open transaction, and makes again what
    is derived."""
    migrate(connection, HEAD)
    rebuild(connection)
    fill_facts(connection)


def migrate(connection: Connection, revision: str) -> None:
    """Brings the tables to a revision, without what is derived from them."""
    config = Config()
    config.set_main_option(
        "script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%")
    )
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def back_up(path: Path, revision: str) -> Path:
    """Copies an SQLite store to NAME.backup-REV, whole or not at all, and gives the copy's path."""
    target = path.with_name(f"{path.name}.backup-{revision}")
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    source, copy = sqlite3.connect(path), sqlite3.connect(partial)
    try:
        source.backup(copy)
    finally:
        copy.close()
        source.close()
    partial.replace(target)
    return target
