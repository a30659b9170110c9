"""Saves what is readable of a damaged SQLite store into a new file; the damaged one is only read.

What people entered and what was read from articles is copied row by row. What is derived (the search
index, who is one speaker, what rests on what) is made again.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from claims.errors import StoreError
from store.database.location import shown
from store.database.session import OWNER_ALONE, make_engine
from store.migrations import HEAD, KNOWN
from store.readable_rows import readable_rows, sensible
from store.saving.same_article import INCOMPLETE

COPIED = (
    "outlet", "run", "speaker", "article", "claim", "chainlink", "speakername", "role", "speakersplit",
    "decision", "review", "articlereview", "speakerpair", "tombstone", "secret", "writtenfile",
)  # fmt: skip
"""Tables of what cannot be made again, parents first."""


@dataclass
class Recovered:
    """What was saved of a damaged store, and where."""

    file: Path
    saved: Counter[str] = field(default_factory=Counter)
    """Rows by table."""
    lost: Counter[str] = field(default_factory=Counter)
    """Rows that are known to have been there and could not be read, or made no sense."""


def recover(source: Path) -> Recovered:
    """Copies what can be read to NAME.repaired beside the store; raises StoreError where nothing
    can."""
    recovered = Recovered(_free_name(source))
    with closing(_opened(source)) as damaged:
        try:
            _make(recovered.file, _revision(damaged))
            with closing(sqlite3.connect(recovered.file)) as new, new:
                for table in COPIED:
                    _copy(damaged, new, table, recovered)
                _mend_references(new, recovered.lost)
                _index(new)
                _take_anew(new)
        except sqlite3.Error as error:
            recovered.file.unlink(missing_ok=True)
            raise StoreError(
                f"{shown(str(source))}: nothing of it can be read ({error}); restore a backup copy"
            ) from error
    return recovered


def _free_name(source: Path) -> Path:
    names = (f"{source.name}.repaired{f'-{n}' if n > 1 else ''}" for n in range(1, 10_000))
    return next(place for name in names if not (place := source.with_name(name)).exists())


def _opened(source: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(source)
    # A text whose bytes are no text is kept as far as it is one.
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    return connection


def _revision(damaged: sqlite3.Connection) -> str:
    """The revision of the damaged store's tables; the newest where that cannot be read."""
    try:
        row = damaged.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError:
        row = None
    return row[0] if row and row[0] in KNOWN else HEAD


def _make(file: Path, revision: str) -> None:
    from store.upgrade import migrate

    file.touch(mode=OWNER_ALONE)
    engine = make_engine(str(file), file)
    try:
        writer = engine.connect().execution_options(onrecord_write=True)
        with writer as connection, connection.begin():
            migrate(connection, revision)
    finally:
        engine.dispose()


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]


def _copy(
    damaged: sqlite3.Connection, new: sqlite3.Connection, table: str, recovered: Recovered
) -> None:
    columns = _columns(new, table)
    if not columns or not set(columns) <= set(_columns(damaged, table)):
        return
    names, places = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    for row in readable_rows(damaged, table, columns):
        if row is None or not sensible(table, columns, row):
            recovered.lost[table] += 1
            continue
        try:
            new.execute(f'INSERT INTO "{table}" ({names}) VALUES ({places})', row)
            recovered.saved[table] += 1
        except sqlite3.Error:
            recovered.lost[table] += 1


def _mend_references(new: sqlite3.Connection, lost: Counter[str]) -> None:
    """Empties a reference to a row that is lost, or leaves out the row that cannot be without."""
    while broken := list(_broken_references(new)):
        for table, rowid, column, may_be_empty in broken:
            if may_be_empty:
                new.execute(f'UPDATE "{table}" SET "{column}" = NULL WHERE rowid = ?', (rowid,))
            else:
                lost[table] += new.execute(
                    f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,)
                ).rowcount


def _broken_references(new: sqlite3.Connection) -> Iterator[tuple[str, int, str, bool]]:
    for table, rowid, _, key in new.execute("PRAGMA foreign_key_check").fetchall():
        keys: Sequence[tuple[int, int, str, str]] = new.execute(
            f'PRAGMA foreign_key_list("{table}")'
        ).fetchall()
        column = next(row[3] for row in keys if row[0] == key)
        required = {row[1]: bool(row[3]) for row in new.execute(f'PRAGMA table_info("{table}")')}
        yield table, rowid, column, not required[column]


def _take_anew(new: sqlite3.Connection) -> None:
    """Lets articles be completed where they are added again: which claims a lost page held, nobody
    can tell. Speakers are joined, and everything is weighed, anew."""
    new.execute("UPDATE article SET detector = ? WHERE current", (INCOMPLETE,))
    new.execute("UPDATE meta SET value = 0")


def _index(new: sqlite3.Connection) -> None:
    new.execute(
        "INSERT INTO claim_search(rowid, quote, speaker, aliases) "
        "SELECT claim.number, quote, coalesce(speaker.name, ''), mention "
        "FROM claim LEFT JOIN speaker ON speaker.id = claim.speaker_id"
    )
