"""SQLite keeps no queue of writers, so that a long transaction leaves a turn to others."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from store.session import ASK, TURN, open_engine, turn, writing


@given(st.floats(0, 1000))
def test_others_never_wait_for_nothing_and_work_is_slowed_by_a_quarter_at_most(held: float) -> None:
    assert 0 <= turn(held) <= min(TURN, held / 4)


def test_short_transactions_follow_each_other_at_once() -> None:
    assert turn(0.02) == 0


def test_after_a_long_transaction_a_waiting_process_asks_at_least_once() -> None:
    assert turn(0.5) > ASK


def test_a_writer_that_takes_turn_after_turn_lets_another_in(tmp_path: Path) -> None:
    """Transactions back to back, for two seconds; the other writer has its turn after one of them."""
    engine = open_engine(str(tmp_path / "it.db"), create=True)
    waited: list[float] = []

    def other() -> None:
        start = time.monotonic()
        with writing(engine, "it.db"):
            waited.append(time.monotonic() - start)

    thread = threading.Thread(target=other)
    for number in range(20):
        with writing(engine, "it.db"):
            if number == 1:
                thread.start()
            time.sleep(0.1)
            assert number < 15 or waited
    thread.join()
