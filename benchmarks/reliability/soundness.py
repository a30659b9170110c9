"""Whether a store is sound, and what it answers: everything that a series asks of one after a
disturbance."""

from __future__ import annotations

import contextlib
import io
import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Table, and_, func, select

from cli import main as entry
from store import open_store
from store.database.session import reading
from store.tables.declared import METADATA

QUESTIONS = {
    "export": ("export", "--jsonl"),
    "check": ("check", "--all", "--jsonl"),
    "speakers": ("speakers", "--jsonl"),
    "copies": ("copies", "--jsonl"),
}
OF_THE_CLOCK = {"at", "when", "decided", "fetched"}
Answers = dict[str, list[str]]


def is_file(location: str) -> bool:
    """Whether the store is an SQLite file."""
    return "://" not in location


def answers(location: str) -> Answers:
    """What the commands answer, a line each, without what the clock says; in an order that does not
    depend on who came first."""
    return {
        name: sorted(map(_plain, _asked(location, *words))) for name, words in QUESTIONS.items()
    }


def _asked(location: str, *words: str) -> list[str]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = entry.main([*words, "--store", location])
    if code:
        raise AssertionError(f"onrecord {' '.join(words)}: code {code}: {err.getvalue()}")
    return out.getvalue().splitlines()


def _plain(line: str) -> str:
    return json.dumps(_without_clock(json.loads(line)), sort_keys=True)


def _without_clock(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_clock(v) for k, v in value.items() if k not in OF_THE_CLOCK}
    return [_without_clock(one) for one in value] if isinstance(value, list) else value


def compare(location: str, expected: Answers) -> None:
    """Raises AssertionError where the store answers otherwise than one that nobody disturbed."""
    found = answers(location)
    for name, lines in expected.items():
        missing = list((Counter(lines) - Counter(found[name])).elements())
        more = list((Counter(found[name]) - Counter(lines)).elements())
        if missing or more:
            raise AssertionError(
                f"{name}: {len(missing)} of {len(lines)} lines are missing, {len(more)} are others: "
                f"{(missing or [''])[0][:1500]} | {(more or [''])[0][:1500]}"
            )


def check_sound(location: str, expected: Answers | None = None) -> int:
    """How many articles the store holds; raises AssertionError on a store that is not sound or, where
    the answers of an undisturbed one are given, on an article that is not whole."""
    if is_file(location):
        if not Path(location).exists() or not Path(location).stat().st_size:
            return 0  # killed before the store was made
        _check_pages(location)
    with open_store(location) as store:
        verified = store.integrity.verify()
        if verified.faults:
            raise AssertionError("; ".join(verified.faults[:3]))
        with reading(store._engine, location) as connection:
            for table in METADATA.sorted_tables:
                _check_references(connection, table)
    if expected is not None:
        _check_whole(location, expected)
    return verified.articles


def _check_pages(location: str) -> None:
    with closing(sqlite3.connect(location, timeout=30)) as raw:
        if problems := [row[0] for row in raw.execute("PRAGMA integrity_check") if row[0] != "ok"]:
            raise AssertionError(f"integrity: {problems[:3]}")
        if broken := raw.execute("PRAGMA foreign_key_check").fetchall():
            raise AssertionError(f"foreign keys: {broken[:3]}")
        tables = {row[0] for row in raw.execute("SELECT name FROM sqlite_master")}
        if "claim_search" in tables:
            raw.execute("INSERT INTO claim_search(claim_search) VALUES ('integrity-check')")
            counts = [
                raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
                for name in ("claim", "claim_search_docsize")
            ]
            if counts[0] != counts[1]:
                raise AssertionError(f"{counts[0]} claims, {counts[1]} in the search index")


def _check_references(connection: Any, table: Table) -> None:
    for key in table.foreign_key_constraints:
        other = key.referred_table.alias()
        pairs = [(element.parent, other.c[element.column.name]) for element in key.elements]
        lost = (
            select(func.count())
            .select_from(table.outerjoin(other, and_(*(one == two for one, two in pairs))))
            .where(*(one.is_not(None) for one, _ in pairs), pairs[0][1].is_(None))
        )
        if count := connection.execute(lost).scalar():
            raise AssertionError(f"{table.name}: {count} rows without {key.referred_table.name}")


def _check_whole(location: str, expected: Answers) -> None:
    """Every article that is there has the claims that it has where nobody disturbed it."""
    whole = {json.loads(line)["doc"]: _read(line) for line in expected["export"]}
    for line in _asked(location, "export", "--jsonl"):
        doc = json.loads(line)["doc"]
        if _read(line) != whole.get(doc):
            raise AssertionError(f"{doc} is not whole: {line[:1000]}")


def _read(line: str) -> tuple[str, list[Any]]:
    row = json.loads(line)
    spans = [(one["cue"], one["source"], one["content"]) for one in row["attributions"]]
    return row["text"], spans
