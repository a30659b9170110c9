"""SQLite keeps no queue of writers, so writers stand in line themselves."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.database.session import writing
from store.database.write_lock import MAX_REST_S, rest, taking_turns
from store.opening import open_engine


def test_who_writes_on_and_on_lets_each_waiting_one_in(tmp_path: Path) -> None:
    path = str(tmp_path / "shared.db")
    greedy, rare = open_engine(path, create=True), open_engine(path, create=False)
    done, begun = threading.Event(), [0]

    def write_on_and_on() -> None:
        while not done.is_set():
            with writing(greedy, path):
                begun[0] += 1
                time.sleep(0.02)

    thread = threading.Thread(target=write_on_and_on)
    thread.start()
    passed = []
    for _ in range(10):
        time.sleep(0.03)
        before = begun[0]
        with writing(rare, path):
            passed.append(begun[0] - before)
    done.set()
    thread.join()
    greedy.dispose()
    rare.dispose()
    assert median(passed) <= 2
    assert max(passed) < 10


def test_the_line_is_left_as_soon_as_the_transaction_has_begun(tmp_path: Path) -> None:
    with taking_turns(tmp_path / "a.db") as begun:
        begun()
        with taking_turns(tmp_path / "a.db") as next_begun:
            next_begun()


def test_the_place_of_one_that_fails_is_free(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="failed"), taking_turns(tmp_path / "a.db"):
        raise ValueError("failed")
    with taking_turns(tmp_path / "a.db") as begun:
        begun()


def test_where_no_line_can_be_kept_writers_go_on_without(tmp_path: Path) -> None:
    (tmp_path / "a.db-turn").mkdir()
    with taking_turns(tmp_path / "a.db") as begun:
        begun()


@given(st.floats(0, 1000))
def test_without_a_line_others_never_wait_for_nothing_and_work_is_slowed_by_a_quarter_at_most(
    held: float,
) -> None:
    assert 0 <= rest(held) <= min(MAX_REST_S, held / 4)


def test_without_a_line_a_waiting_process_asks_at_least_once_after_a_long_transaction() -> None:
    assert rest(0.5) > 0.1
    assert rest(0.05) == 0
