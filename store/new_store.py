"""A new store, made at once as all migrations together would leave it; older stores, which hold something, take
the migrations one by one (upgrade.py)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from sqlalchemy import Connection

END = ";\n"
"""What ends a statement in the files."""


@cache
def statements(dialect: str) -> tuple[str, ...]:
    """What makes an empty database of this kind a store, none where no file says it."""
    file = files("store.migrations").joinpath(f"new_{dialect}.sql")
    if not file.is_file():
        return ()
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("--")]
    return tuple(part for part in "\n".join(lines).split(END) if part.strip())


def make(connection: Connection) -> None:
    """Makes every table of an empty database, inside the connection's open transaction."""
    made = statements(connection.dialect.name)
    for statement in made:
        connection.exec_driver_sql(statement)
    if not made:
        from store.upgrade import upgrade

        upgrade(connection)
