"""What makes a new store at once, from what the migrations do; `python -m tests.new_store` writes it."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, MetaData, create_engine, event, select, text

from store.migrations import HEAD
from store.new_store import END
from store.upgrade import upgrade

FOLDER = Path(__file__).resolve().parent.parent / "store" / "migrations"
FIRST_LINE = "-- Made by `python -m tests.new_store` from the migrations, whose tables these are.\n"
MAKES = re.compile(r"\s*(CREATE|ALTER|DROP)\b")


@contextmanager
def migrated(url: str) -> Iterator[tuple[Connection, list[str]]]:
    """An empty database after every migration, with the statements that made its tables."""
    ran: list[str] = []
    engine = create_engine(url)

    def note(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if MAKES.match(statement):
            ran.append(statement.strip())

    event.listen(engine, "before_cursor_execute", note)
    with engine.begin() as connection:
        upgrade(connection)
        yield connection, ran
    engine.dispose()


def of_sqlite(connection: Connection, _ran: list[str]) -> list[str]:
    """SQLite keeps the words of each table and index as they are by now."""
    kept = connection.execute(
        text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
    ).all()
    return [sql.strip() for name, sql in kept if not name.startswith("claim_search_")]


def of_postgresql(_connection: Connection, ran: list[str]) -> list[str]:
    """PostgreSQL keeps none, so they are the migrations' own, one after another."""
    return ran


WAYS: dict[str, Callable[[Connection, list[str]], list[str]]] = {
    "sqlite": of_sqlite,
    "postgresql": of_postgresql,
}


def rows(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every table that has some."""
    tables = MetaData()
    tables.reflect(connection)
    found = {
        table.name: sorted(map(tuple, connection.execute(select(table)).all()))
        for table in tables.sorted_tables
        if not table.name.startswith("claim_search")
    }
    return {name: some for name, some in found.items() if some}


def script(url: str) -> str:
    """The file of the kind of database that the URL names."""
    with migrated(url) as (connection, ran):
        made = WAYS[connection.dialect.name](connection, ran)
        for table, some in rows(connection).items():
            made += [f"INSERT INTO {table} VALUES ({', '.join(map(repr, row))})" for row in some]
    made = [re.sub(r"[ \t]+\n", "\n", statement) for statement in made]
    assert not [statement for statement in made if END in statement]
    assert f"('{HEAD}')" in made[-1] + made[-2] + made[-3]
    return FIRST_LINE + "".join(statement + END for statement in made)


def write(url: str) -> None:
    """Writes that file."""
    dialect = "sqlite" if url.startswith("sqlite") else "postgresql"
    (FOLDER / f"new_{dialect}.sql").write_text(script(url), encoding="utf-8")


if __name__ == "__main__":
    from tests.postgres import running

    with tempfile.TemporaryDirectory() as folder, running() as server:
        write(f"sqlite:///{folder}/new.db")
        write(server.new())
