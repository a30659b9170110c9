"""`review`, `merge`, `undo`, `redetect` and `export` killed; the same acts again end where an
undisturbed reviewer ends."""

from __future__ import annotations

import os
import random
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.reliability.command import (
    KILLED,
    count_statements,
    run_until,
    run_until_statement,
    run_well,
)
from benchmarks.reliability.news import OUTLETS, write_texts
from benchmarks.reliability.soundness import answers, check_sound, compare
from store import open_store

ARTICLES = 12
Words = tuple[str, ...]


class Desk:
    """A store as it was added, and the acts of a reviewer on it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.base = folder, folder / "base.db"
        run_well("add", *write_texts(folder, ARTICLES), "--store", str(self.base))
        with open_store(self.base) as store:
            claims = [claim.id for claim in store.claims.select() if claim.speaker]
            names = [one.name for one in store.speakers.select()]
        self.acts: list[Words] = [
            ("review", claims[0], "--status", "wrong", "--note", "a headline"),
            ("review", claims[1], "--speaker", "Tam Oduya"),
            ("review", claims[2], "--stance", "deny"),
            ("merge", names[0], names[1]),
            ("export", "--jsonl", "--force", "-o", str(folder / "out.jsonl")),
            ("undo",),
            ("review", claims[3], "--via", OUTLETS[-1]),
            ("redetect", "--min-confidence", "0.9"),
            ("review", claims[4], "--not-same-as", claims[5]),
            ("review", "--undo"),
        ]

    def copy(self, name: str) -> str:
        """The store as it was added, once more."""
        return str(shutil.copy(self.base, self.folder / name))


def kill_deciding(folder: Path, count: int, seed: int = 0) -> dict[str, Any]:
    """So many kills over the acts in turn; raises AssertionError on the first fault."""
    desk, chance, found = Desk(folder), random.Random(f"deciding {seed}"), Counter[str]()
    costs, expected_export, expected = _undisturbed(desk)
    while found["kills"] < count:
        store = desk.copy(f"round-{found['rounds']}.db")
        for words, (seconds, statements) in zip(desk.acts, costs, strict=True):
            _act(words, store, chance, seconds, statements, found)
            if words[0] == "export":
                _check_export(Path(words[-1]), expected_export)
        check_sound(store)
        compare(store, expected)
        found["rounds"] += 1
    return {"articles": ARTICLES, **found}


def _undisturbed(desk: Desk) -> tuple[list[tuple[float, int]], bytes, dict[str, list[str]]]:
    store, counted, costs = desk.copy("undisturbed.db"), desk.copy("counted.db"), []
    for words in desk.acts:
        seconds = run_well(*words, "--store", store).seconds
        costs.append((seconds, count_statements(*words, "--store", counted)))
    return costs, Path(desk.acts[4][-1]).read_bytes(), answers(store)


def _act(
    words: Words, store: str, chance: random.Random, seconds: float, statements: int,
    found: Counter[str],
) -> None:  # fmt: skip
    """One act: killed, looked at, and done again unless it had been done by then."""
    before = _log(store)
    if found["kills"] % 3 == 0:
        ended = run_until(chance.uniform(0.5, 1.0) * seconds, *words, "--store", store)
    else:
        ended = run_until_statement(chance.randint(1, max(1, statements)), *words, "--store", store)
    check_sound(store)
    done = _log(store) != before
    if ended.code == KILLED:
        found["kills"] += 1
        found[f"kills of {words[0]}"] += 1
        found["left done" if done else "left undone"] += words[0] not in ("export", "redetect")
    elif ended.code:
        raise AssertionError(f"{words[0]}: code {ended.code}: {ended.said}")
    if ended.code == KILLED and not done:
        _let_time_pass(Path(store).parent)
        run_well(*words, "--store", store)


def _let_time_pass(folder: Path) -> None:
    """Makes what a killed export left old: the next one sweeps away what surely nobody writes."""
    for left in folder.glob(".*.part"):
        os.utime(left, (0, 0))


def _log(store: str) -> list[tuple[Any, ...]]:
    with open_store(store) as opened:
        return [(one.id, one.kind, one.subject) for one in opened.decisions.select()]


def _check_export(file: Path, expected: bytes) -> None:
    if file.read_bytes() != expected:
        raise AssertionError("the export is another one after a kill")
    if left := list(file.parent.glob(".*.part")):
        raise AssertionError(f"left behind: {left}")
