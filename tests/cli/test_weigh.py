"""How many articles are weighed before another process has its turn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cli.jobs.weigh import FIRST, HELD, MOST, next_size


@given(st.integers(1, MOST), st.floats(0, 100))
def test_there_is_always_something_to_weigh_and_never_too_much(size: int, seconds: float) -> None:
    assert 1 <= next_size(size, seconds) <= MOST


def test_articles_that_take_long_are_weighed_by_fewer_until_one_alone() -> None:
    size = FIRST
    for _ in range(10):
        size = next_size(size, HELD * 2)
    assert size == 1


def test_articles_that_take_no_time_are_weighed_by_more() -> None:
    size = 1
    for _ in range(10):
        size = next_size(size, 0.0)
    assert size == MOST
