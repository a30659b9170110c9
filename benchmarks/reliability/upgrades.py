"""Stores of older revisions, killed while they are upgraded; opened again, they are what an undisturbed
upgrade makes of them, and their backup is whole."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine

from benchmarks.reliability.command import (
    KILLED,
    count_statements,
    run_until,
    run_until_statement,
    run_well,
)
from benchmarks.reliability.news import write_ready
from benchmarks.reliability.soundness import answers, check_sound, compare
from store.migrations import HEAD, KNOWN
from store.upgrade import migrate

ARTICLES = 30
OPENING = ("list", "--limit", "1")
FORMER_TABLES = {"parted": "speakersplit", "unweighed": "pendingarticle"}
FORMER_COLUMNS = {
    "bearer_id": "effective_speaker_id", "bearer_reason": "effective_speaker_reason",
    "who": "reviewer", "what": "kind", "old": "before", "new": "after", "least": "origins_min",
    "most": "origins_max", "said_least": "channels_min", "said_most": "channels_max",
}  # fmt: skip
"""As they were called before revisions 0011 and 0012."""


def make_older(current: Path, older: Path, revision: str) -> None:
    """Fills a store of an earlier revision with the rows of a current one, as far as it has their
    columns."""
    with create_engine(f"sqlite:///{older}").begin() as connection:
        migrate(connection, revision)
    with closing(sqlite3.connect(current)) as source, closing(sqlite3.connect(older)) as target:
        tables = [
            row[0] for row in target.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        for table in tables:
            if not table.startswith(("claim_search", "sqlite_", "alembic", "meta")):
                _copy(source, target, table)
        target.execute(
            "INSERT INTO claim_search(rowid, quote, speaker, aliases) SELECT number, quote, '', mention FROM claim"
        )
        target.commit()
        target.execute("PRAGMA journal_mode = WAL")


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> None:
    now = FORMER_TABLES.get(table, table)
    there = {row[1] for row in source.execute(f'PRAGMA table_info("{now}")')}
    pairs = []
    for _, column, kind, required, default, key in target.execute(f'PRAGMA table_info("{table}")'):
        name = FORMER_COLUMNS.get(column, column)
        if table == "chainlink" and column == "who":
            name = "intermediary"
        if name in there:
            pairs.append((column, f'"{name}"'))
        elif required and default is None and not key:
            pairs.append((column, "0" if "INT" in kind or "FLOAT" in kind else "''"))
    names, values = ", ".join(f'"{one}"' for one, _ in pairs), ", ".join(two for _, two in pairs)
    rows = source.execute(f'SELECT {values} FROM "{now}"').fetchall() if there else []
    places = ", ".join("?" * len(pairs))
    target.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({places})', rows)


def kill_upgrading(folder: Path, count: int, seed: int = 0) -> dict[str, Any]:
    """So many kills over the revisions in turn; raises AssertionError on the first fault."""
    chance, found = random.Random(f"upgrades {seed}"), Counter[str]()
    current = folder / "current.db"
    run_well("add", *write_ready(folder, ARTICLES), "--store", str(current))
    revisions = list(KNOWN[:-1])
    each = -(-count // len(revisions))
    for revision in revisions[: max(1, count)]:
        place = folder / revision
        place.mkdir()
        make_older(current, place / "older.db", revision)
        found["kills"] += _kill_one(place, revision, each, chance, found)
    return {"revisions": len(revisions[: max(1, count)]), "articles": ARTICLES, **found}


def _kill_one(
    place: Path, revision: str, count: int, chance: random.Random, found: Counter[str]
) -> int:
    older, undisturbed = place / "older.db", place / "undisturbed.db"
    shutil.copy(older, undisturbed)
    seconds = run_well(*OPENING, "--store", str(undisturbed)).seconds
    expected = answers(str(undisturbed))
    shutil.copy(older, place / "counted.db")
    statements = count_statements(*OPENING, "--store", str(place / "counted.db"))
    kills = tries = 0
    while kills < count:
        tries += 1
        store = place / f"{tries}.db"
        shutil.copy(older, store)
        words = (*OPENING, "--store", str(store))
        if tries % 3 == 0:
            ended = run_until(chance.uniform(0.4, 1.0) * seconds, *words)
        else:
            ended = run_until_statement(chance.randint(1, statements), *words)
        kills += ended.code == KILLED
        found["left upgraded"] += _revision(store) == HEAD
        _check(store, revision, expected)
    return kills


def _revision(store: Path) -> str:
    with closing(sqlite3.connect(store)) as raw:
        return str(raw.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _check(store: Path, revision: str, expected: dict[str, list[str]]) -> None:
    run_well(*OPENING, "--store", str(store))
    check_sound(str(store))
    compare(str(store), expected)
    with closing(sqlite3.connect(store)) as raw:
        if (mode := raw.execute("PRAGMA journal_mode").fetchone()[0]) != "wal":
            raise AssertionError(f"{revision}: its journal mode is {mode}")
    backups = [file for file in store.parent.glob(f"{store.name}.backup*") if file.suffix != "-wal"]
    whole = [file for file in backups if "partial" not in file.name]
    if len(whole) != 1 or backups != whole:
        raise AssertionError(f"{revision}: backups {[file.name for file in backups]}")
    with closing(sqlite3.connect(whole[0])) as raw:
        if raw.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise AssertionError(f"{revision}: its backup is damaged")
    if _revision(whole[0]) != revision or _count(whole[0]) != _count(store):
        raise AssertionError(f"{revision}: its backup holds something else")


def _count(store: Path) -> int:
    with closing(sqlite3.connect(store)) as raw:
        return int(raw.execute("SELECT count(*) FROM claim").fetchone()[0])
