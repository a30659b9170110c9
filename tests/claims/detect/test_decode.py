"""Tags of words to spans, without a model."""

from __future__ import annotations

import numpy as np

from claims.detect.decode import TAGS, spans_of, viterbi


def _logs(*rows: dict[int, float]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Logarithms of probabilities; what a row leaves out is all but impossible."""
    table = np.full((len(rows), TAGS), -20.0, dtype=np.float32)
    for i, row in enumerate(rows):
        for tag, probability in row.items():
            table[i, tag] = np.log(probability)
    return table


def test_words_side_by_side_are_one_cue() -> None:
    """ "here reported", each of which looks like the beginning of a cue."""
    tags = viterbi(_logs({1: 0.85, 0: 0.1}, {1: 0.7, 2: 0.2, 0: 0.05}, {0: 0.9}))
    assert spans_of(tags)["cue"] == [(0, 2)]


def test_a_doubtful_cue_is_read_and_a_doubtful_content_is_not() -> None:
    """Both are a quarter likely; a cue that is missed leaves its content to another's."""
    tags = viterbi(_logs({0: 0.75, 1: 0.25}, {0: 1.0}, {0: 0.75, 5: 0.25}))
    spans = spans_of(tags)
    assert spans["cue"] == [(0, 1)] and spans["content"] == []


def test_no_span_goes_on_that_never_began() -> None:
    """A word that is sure to be inside begins nothing by itself."""
    tags = viterbi(_logs({6: 0.6, 5: 0.3, 0: 0.1}, {6: 0.9, 0: 0.1}))
    assert tags == [5, 6]
    assert viterbi(_logs()) == []
