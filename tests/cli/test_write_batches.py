"""A portion is as large as writing it may take time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cli.jobs.write_batches import WRITE_SECONDS, Portions


@given(st.lists(st.integers(), max_size=200), st.integers(1, 50))
def test_portions_together_are_everything_in_its_order(items: list[int], first: int) -> None:
    assert [item for portion in Portions(first).of(items) for item in portion] == items


def test_quick_writing_grows_a_portion_to_twice_its_size_at_most() -> None:
    portions = Portions(first=16)
    portions.took(16, 0.001)
    assert portions.size == 32


def test_slow_writing_shrinks_the_next_portion_to_what_fits_the_time() -> None:
    portions = Portions(first=64)
    portions.took(64, 4 * WRITE_SECONDS)
    assert portions.size == 16


def test_a_portion_is_never_empty_however_slow_one_is() -> None:
    portions = Portions(first=1)
    portions.took(1, 60)
    assert portions.size == 1


def test_a_short_rest_at_the_end_says_nothing_of_what_a_whole_portion_would_take() -> None:
    portions = Portions(first=64)
    portions.took(3, 0.01)
    assert portions.size == 64


@given(st.integers(1, 200), st.lists(st.floats(0, 100), max_size=20))
def test_a_portion_stays_within_its_bounds_whatever_time_it_takes(
    first: int, times: list[float]
) -> None:
    portions = Portions(first, most=200)
    for seconds in times:
        portions.took(portions.size, seconds)
        assert 1 <= portions.size <= 200
