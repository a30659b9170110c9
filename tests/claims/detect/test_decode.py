"""Tags of words, and how spans lie to each other, against the plain definition of each."""

from __future__ import annotations

from itertools import accumulate, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.detect.decode import INSIDE, TAG_BONUS, TAGS, spans_of, viterbi
from claims.detect.geometry import BETWEEN_BUCKETS, between, gaps

LOGS = st.lists(st.lists(st.integers(-40, 0), min_size=TAGS, max_size=TAGS), min_size=1, max_size=4)
SPANS = st.lists(
    st.tuples(st.integers(0, 150), st.integers(1, 20)).map(lambda p: (p[0], sum(p))),
    min_size=1,
    max_size=4,
)


def allowed(tags: tuple[int, ...], lines: list[int]) -> bool:
    pairs = list(zip((0, *tags), tags, strict=False))
    whole = all(tag not in INSIDE or before in (tag - 1, tag) for before, tag in pairs)
    joints = list(zip(pairs[1:], lines, lines[1:], strict=False))
    return (
        whole
        and not any(
            tag == 1 and before in (1, 2) and line == next_ for (before, tag), line, next_ in joints
        )
        and not any(tag in INSIDE and line != next_ for (_, tag), line, next_ in joints)
    )


@given(LOGS, st.lists(st.integers(0, 1), min_size=4, max_size=4))
def test_the_best_allowed_tags_are_found(logs: list[list[int]], breaks: list[int]) -> None:
    lines = list(accumulate(breaks[: len(logs)]))

    def value(tags: tuple[int, ...]) -> float:
        return sum(row[tag] + float(TAG_BONUS[tag]) for row, tag in zip(logs, tags, strict=True))

    found = tuple(viterbi(np.array(logs, dtype=np.float32), lines))
    assert allowed(found, lines)
    best = max(
        value(tags) for tags in product(range(TAGS), repeat=len(logs)) if allowed(tags, lines)
    )
    assert value(found) == pytest.approx(best, abs=1e-4)


def test_no_words_have_no_tags() -> None:
    assert viterbi(np.zeros((0, TAGS), dtype=np.float32), []) == []


@given(SPANS, SPANS, SPANS)
def test_cues_between_two_spans_are_counted(
    a: list[tuple[int, int]], b: list[tuple[int, int]], cues: list[tuple[int, int]]
) -> None:
    found = between(a, b, cues)
    for i, (s, e) in enumerate(a):
        for j, (u, v) in enumerate(b):
            low, high = (e, u) if u >= e else (v, s)
            assert found[i, j] == min(
                BETWEEN_BUCKETS - 1, sum(low <= (x + y) / 2 < high for x, y in cues)
            )


def test_a_gap_is_signed_and_grows_with_the_distance() -> None:
    found = gaps([(10, 12)], [(12, 13), (14, 15), (300, 301), (8, 10), (0, 3)])
    assert found.tolist() == [[12, 14, 23, 0, 4]]


def _logs(*rows: dict[int, float]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Logarithms of probabilities; what a row leaves out is all but impossible."""
    table = np.full((len(rows), TAGS), -20.0, dtype=np.float32)
    for i, row in enumerate(rows):
        for tag, probability in row.items():
            table[i, tag] = np.log(probability)
    return table


def test_words_side_by_side_are_one_cue() -> None:
    """ "here reported", each of which looks like the beginning of a cue."""
    tags = viterbi(_logs({1: 0.85, 0: 0.1}, {1: 0.7, 2: 0.2, 0: 0.05}, {0: 0.9}), [0, 0, 0])
    assert spans_of(tags)["cue"] == [(0, 2)]


def test_a_cue_that_ends_a_line_and_one_that_begins_the_next_are_two() -> None:
    """A headline's "says", and "According to" below it."""
    tags = viterbi(_logs({1: 0.9, 0: 0.1}, {1: 0.9, 2: 0.1}, {2: 0.9, 0: 0.1}), [0, 1, 1])
    assert spans_of(tags)["cue"] == [(0, 1), (1, 3)]


def test_a_doubtful_cue_is_read_and_a_doubtful_content_is_not() -> None:
    """Both are a quarter likely; a cue that is missed leaves its content to another's."""
    tags = viterbi(_logs({0: 0.75, 1: 0.25}, {0: 1.0}, {0: 0.75, 5: 0.25}), [0, 0, 0])
    spans = spans_of(tags)
    assert spans["cue"] == [(0, 1)] and spans["content"] == []


def test_no_span_goes_on_from_one_line_to_the_next() -> None:
    """A headline, and the claim that the text begins with."""
    tags = viterbi(_logs({5: 0.9, 0: 0.1}, {6: 0.8, 5: 0.15, 0: 0.05}, {6: 0.9, 0: 0.1}), [0, 1, 1])
    assert spans_of(tags)["content"] == [(0, 1), (1, 3)]


def test_no_span_goes_on_that_never_began() -> None:
    """A word that is sure to be inside begins nothing by itself."""
    tags = viterbi(_logs({6: 0.6, 5: 0.3, 0: 0.1}, {6: 0.9, 0: 0.1}), [0, 0])
    assert tags == [5, 6]
