"""A store as an earlier revision had it, made by the migrations themselves."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import create_engine

from store.upgrade import migrate


def as_revision(path: Path, revision: str) -> Path:
    """The rows of a store in one of an earlier revision, without what that had no columns for."""
    older = path.with_name("older.db")
    with create_engine(f"sqlite:///{older}").begin() as connection:
        migrate(connection, revision)
    with closing(sqlite3.connect(older)) as raw, raw:
        raw.execute("ATTACH DATABASE ? AS new", (str(path),))
        for (table,) in raw.execute(
            "SELECT name FROM main.sqlite_master WHERE type = 'table'"
        ).fetchall():
            own, new = (
                [row[1] for row in raw.execute(f"PRAGMA {side}.table_info('{table}')")]
                for side in ("main", "new")
            )
            if table.startswith(("alembic", "sqlite", "claim_search")) or not new:
                continue
            both = ", ".join(f'"{name}"' for name in own if name in new)
            raw.execute(
                f'INSERT OR REPLACE INTO main."{table}" ({both}) SELECT {both} FROM new."{table}"'
            )
    return older
