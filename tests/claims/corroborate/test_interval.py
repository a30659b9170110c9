"""The interval of independent origins."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.corroborate.independence.interval import interval

RELATIONS = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from(["same", "different", "undetermined"]),
)


@given(RELATIONS)
def test_min_never_passes_max(relations: dict) -> None:
    """Whatever the links, even contradictory ones."""
    low, high = interval([1] * 7, relations)
    assert 1 <= low <= high


@given(RELATIONS)
def test_an_undetermined_origin_never_raises_min(relations: dict) -> None:
    """One more origin of unknown standing leaves the minimum."""
    assert interval([1] * 8, relations)[0] == interval([1] * 7, relations)[0]


def test_two_different_and_one_unknown_make_two() -> None:
    """The example of the design."""
    assert interval([1, 1, 1], {(0, 1): "different"}) == (2, 3)
