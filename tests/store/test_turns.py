"""SQLite keeps no queue of writers, so that a long transaction leaves a turn to others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from store.session import TURN, turn


@given(st.floats(0, 1000))
def test_others_never_wait_for_nothing_and_work_is_slowed_by_a_quarter_at_most(held: float) -> None:
    assert 0 <= turn(held) <= min(TURN, held / 4)


def test_short_transactions_follow_each_other_at_once() -> None:
    assert turn(0.05) == 0


def test_after_a_long_transaction_a_waiting_process_asks_at_least_once() -> None:
    assert turn(0.5) > 0.1
