"""Which cue a content and a source belong to: the trained scorer in numpy; no tagging.

A biaffine scorer of low rank after Dozat and Manning (2017): a span is its first and last word, each
side has a projection of its own, and the two are multiplied. Distance and the cues in between add
biases.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from claims.detect.decode import log_softmax
from claims.detect.geometry import Range, between, gaps

Array = NDArray[np.float32]
Chosen = tuple[int, float]
"""An index, and the natural logarithm of the probability that it is the right one."""
PARAGRAPH_PENALTY = 4.0
"""Taken off the score of two spans in different paragraphs: 99 of 100 attributions keep to one."""


class Linker:
    """The scorer of training/model.py over the shipped arrays."""

    def __init__(self, arrays: Mapping[str, NDArray[np.float16]]) -> None:
        self._w = {name: value.astype(np.float32) for name, value in arrays.items()}

    def on(self, states: Array, lines: Sequence[int]) -> WindowLinker:
        """The scorer for one window; states: (words, hidden); lines: the paragraph of each word."""
        return WindowLinker(self._w, states, np.array(lines))


class WindowLinker:
    """Links of the spans of one window."""

    def __init__(
        self, weights: Mapping[str, Array], states: Array, lines: NDArray[np.int64]
    ) -> None:
        self._w, self._states, self._lines = weights, states, lines

    def cues_of(self, contents: Sequence[Range], cues: Sequence[Range]) -> list[Chosen]:
        """For each content the index of its cue."""
        return _best(self._scores("content_cue", contents, cues, cues))

    def heads_of(self, cues: Sequence[Range]) -> list[int]:
        """For each cue the index of the first cue of its attribution, often itself."""
        return [int(i) for i in self._scores("cue_head", cues, cues, cues).argmax(axis=1)]

    def sources_of(self, cues: Sequence[Range], sources: Sequence[Range]) -> list[Chosen]:
        """For each cue the index of its source, -1 for none."""
        ends = _ends(self._states, cues)
        none = (ends @ self._w["none.weight"] + self._w["none.bias"])[:, None]
        if not sources:
            return [(-1, 0.0)] * len(cues)
        scores = self._scores("cue_source", cues, sources, cues)
        return [(i - 1, log) for i, log in _best(np.concatenate([none, scores], axis=1))]

    def _scores(
        self, kind: str, a: Sequence[Range], b: Sequence[Range], cues: Sequence[Range]
    ) -> Array:
        """(len(a), len(b)): how well each span of one side fits each of the other."""
        w = self._w
        left = _ends(self._states, a) @ w[f"{kind}.a.weight"].T + w[f"{kind}.a.bias"]
        right = _ends(self._states, b) @ w[f"{kind}.b.weight"].T + w[f"{kind}.b.bias"]
        scores = left @ right.T / np.sqrt(left.shape[1])
        apart = self._lines[[s for s, _ in a]][:, None] != self._lines[[s for s, _ in b]][None, :]
        out: Array = (
            scores
            + w[f"{kind}.gap"][gaps(a, b)]
            + w[f"{kind}.between"][between(a, b, cues)]
            - PARAGRAPH_PENALTY * apart
        )
        return out


def _best(scores: Array) -> list[Chosen]:
    """The best column of each row."""
    logs = log_softmax(scores)
    return [(int(i), float(row[i])) for i, row in zip(logs.argmax(axis=1), logs, strict=True)]


def _ends(states: Array, spans: Sequence[Range]) -> Array:
    """(spans, 2 * hidden): the states of each span's first and last word."""
    first = states[[s for s, _ in spans]]
    last = states[[e - 1 for _, e in spans]]
    return np.concatenate([first, last], axis=1)
