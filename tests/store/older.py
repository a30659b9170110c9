"""A store as an earlier revision left it, with the rows of one of today."""

from __future__ import annotations

from typing import Any

from sqlalchemy import MetaData, create_engine, insert, select

from store.store import Store
from store.upgrade import migrate

MADE_BY_MIGRATIONS = ("alembic_version", "meta")


def make_older(location: str, revision: str, today: Store) -> None:
    """Makes that store of the rows that the revision has tables and columns for."""
    url = location if "://" in location else f"sqlite:///{location}"
    with create_engine(url).begin() as connection, today._engine.connect() as source:
        migrate(connection, revision)
        tables = MetaData()
        tables.reflect(connection)
        for table in tables.sorted_tables:
            if table.name in MADE_BY_MIGRATIONS or table.name.startswith("claim_search"):
                continue
            columns = [column for column in table.columns if column.computed is None]
            rows: list[dict[str, Any]] = [
                dict(row) for row in source.execute(select(*columns)).mappings()
            ]
            if rows:
                connection.execute(insert(table), rows)
