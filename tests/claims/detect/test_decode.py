"""Tags of words, and how spans lie to each other, against the plain definition of each."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claims.detect.decode import INSIDE, TAGS, viterbi
from claims.detect.geometry import BETWEEN, between, gaps

LOGS = st.lists(st.lists(st.integers(-40, 0), min_size=TAGS, max_size=TAGS), min_size=1, max_size=4)
SPANS = st.lists(
    st.tuples(st.integers(0, 150), st.integers(1, 20)).map(lambda p: (p[0], sum(p))), min_size=1, max_size=4
)


def allowed(tags: tuple[int, ...]) -> bool:
    return all(tag not in INSIDE or before in (tag - 1, tag) for before, tag in zip((0, *tags), tags, strict=False))


@given(LOGS)
def test_the_best_allowed_tags_are_found(logs: list[list[int]]) -> None:
    def value(tags: tuple[int, ...]) -> int:
        return sum(row[tag] for row, tag in zip(logs, tags, strict=True))

    found = tuple(viterbi(np.array(logs, dtype=np.float32)))
    assert allowed(found)
    assert value(found) == max(value(tags) for tags in product(range(TAGS), repeat=len(logs)) if allowed(tags))


def test_no_words_have_no_tags() -> None:
    assert viterbi(np.zeros((0, TAGS), dtype=np.float32)) == []


@given(SPANS, SPANS, SPANS)
def test_cues_between_two_spans_are_counted(
    a: list[tuple[int, int]], b: list[tuple[int, int]], cues: list[tuple[int, int]]
) -> None:
    found = between(a, b, cues)
    for i, (s, e) in enumerate(a):
        for j, (u, v) in enumerate(b):
            low, high = (e, u) if u >= e else (v, s)
            assert found[i, j] == min(BETWEEN - 1, sum(low <= (x + y) / 2 < high for x, y in cues))


def test_a_gap_is_signed_and_grows_with_the_distance() -> None:
    found = gaps([(10, 12)], [(12, 13), (14, 15), (300, 301), (8, 10), (0, 3)])
    assert found.tolist() == [[12, 14, 23, 0, 4]]
