"""`add` killed at random moments, by the clock and between two statements; finished by the same
command again."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.reliability.command import (
    KILLED,
    count_statements,
    run_until,
    run_until_statement,
    run_well,
    time_of,
)
from benchmarks.reliability.news import write_files, write_ready
from benchmarks.reliability.soundness import Answers, answers, check_sound, compare, is_file

ON_ONE_STORE = 5
"""Kills that a store suffers before it is finished."""
TEXTS: dict[str, Callable[[Path, int], list[str]]] = {
    "plain text": write_files,
    "ready lines": write_ready,
}


class Series:
    """Kills of one way to add."""

    def __init__(
        self, folder: Path, new: Callable[[], str], texts: str, jobs: int, articles: int, seed: int
    ) -> None:
        self.folder, self.new, self.articles, self.jobs = folder, new, articles, jobs
        self.words = ["add", *TEXTS[texts](folder, articles), "--jobs", str(jobs)]
        self.chance = random.Random(f"{texts} {jobs} {seed}")
        self.found: Counter[str] = Counter()

    def measure(self) -> Answers:
        """Runs undisturbed: how long, how many statements, with which answers."""
        location = self.new()

        def begun() -> bool:
            return not is_file(location) or Path(location).exists()

        self.first, self.seconds = time_of([*self.words, "--store", location], begun)
        self.statements = count_statements(*self.words, "--store", self.new())
        check_sound(location)
        return answers(location)

    def kill(self, count: int, expected: Answers) -> dict[str, Any]:
        """So many kills; raises AssertionError on the first fault."""
        while self.found["kills"] < count:
            location, held = self.new(), 0
            for _ in range(ON_ONE_STORE):
                if not self._killed(location, 1 - held / self.articles):
                    break
                held = check_sound(location, expected if self._made(location) else None)
                self.found[self._state(held)] += 1
                if held == self.articles:
                    break  # the next kills would all find it so
            run_well(*self.words, "--store", location)
            check_sound(location, expected)
            compare(location, expected)
            self.found["finished stores"] += 1
        return dict(self.found)

    def _killed(self, location: str, missing: float) -> bool:
        """Whether the command was killed before its end."""
        words, share = (*self.words, "--store", location), max(0.15, missing)
        if self.found["kills"] % 2:
            last = int(self.statements * share)
            ended = run_until_statement(self.chance.randint(1, max(1, last)), *words)
        else:
            until = self.first + (self.seconds - self.first) * share
            moment = self.chance.uniform(self.first * 0.8, until)
            ended = run_until(moment, *words, whole_group=self.chance.random() < 0.5)
        if ended.code != KILLED:
            if ended.code:
                raise AssertionError(f"code {ended.code}: {ended.said}")
            return False
        self.found["kills"] += 1
        return True

    def _made(self, location: str) -> bool:
        return not is_file(location) or bool(Path(location).exists())

    def _state(self, held: int) -> str:
        if not held:
            return "left without articles"
        return "left with some" if held < self.articles else "left with all"


def kill_adding(
    folder: Path, new: Callable[[], str], texts: str, jobs: int, *, kills: int, articles: int,
    seed: int = 0,
) -> dict[str, Any]:  # fmt: skip
    """Kills of one way to add, as figures."""
    place = folder / f"{texts} {jobs}"
    place.mkdir()
    series = Series(place, new, texts, jobs, articles, seed)
    expected = series.measure()
    found = series.kill(kills, expected)
    return {
        "articles": articles,
        "jobs": jobs,
        "moments between statements": series.statements,
        **found,
    }
