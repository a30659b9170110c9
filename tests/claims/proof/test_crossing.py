"""What stands where in a text, found without looking at all of it."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Claim, Span, Speaker, Stance
from claims.proof.crossing import Crossing
from claims.proof.passages import passages_of
from tests.claims.proof import made

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)))


@given(SPANS, st.integers(0, 40), st.integers(1, 20))
def test_as_looking_at_each_would_find(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    """Also where spans hold one another."""
    placed = sorted((a, a + size, number) for number, (a, size) in enumerate(spans))
    end = start + length
    crossing = Crossing(placed)
    over = [number for a, b, number in placed if a < end and start < b]
    assert sorted(crossing.over(start, end)) == sorted(over)
    beginning = [number for a, _, number in placed if start <= a < end]
    assert sorted(crossing.beginning(start, end)) == sorted(beginning)


def _seconds(size: int) -> float:
    """How long the passages of so many quotations take, half of them in claims."""
    words = [f"The quay number {n} will close" for n in range(size)]
    text = " ".join(f"“{one},” said Ana Reyes." for one in words)
    claims, at = [], 0
    for one in words:
        at = text.index(one, at)
        content = (Span(at, at + len(one)),)
        claims.append(Claim((), (), content, "direct", Stance(), Speaker("person", "Ana Reyes")))
    draft = made.draft(text, *claims[::2])
    start = time.process_time()
    assert len(passages_of(draft)) == size
    return time.process_time() - start


def test_twice_the_quotations_cost_twice_the_time() -> None:
    """Not four times: 400 took fourteen times what 100 took."""
    _seconds(50)
    short, long = (min(_seconds(size) for _ in range(2)) for size in (800, 3200))
    assert long < 10 * short + 0.1
