"""Which cue a content and a source belong to: the trained scorer in numpy; no tagging."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from claims.detect.geometry import Range, between, gaps

Array = NDArray[np.float32]


class Linker:
    """The biaffine scorer of training/model.py over the shipped arrays."""

    def __init__(self, arrays: Mapping[str, NDArray[np.float16]]) -> None:
        self._w = {name: value.astype(np.float32) for name, value in arrays.items()}

    def cues_of(self, contents: Sequence[Range], cues: Sequence[Range], states: Array) -> list[int]:
        """For each content the index of its cue."""
        return [int(i) for i in self._scores("content_cue", contents, cues, cues, states).argmax(axis=1)]

    def heads_of(self, cues: Sequence[Range], states: Array) -> list[int]:
        """For each cue the index of the first cue of its attribution, often itself."""
        return [int(i) for i in self._scores("cue_head", cues, cues, cues, states).argmax(axis=1)]

    def sources_of(self, cues: Sequence[Range], sources: Sequence[Range], states: Array) -> list[int]:
        """For each cue the index of its source, -1 for none."""
        ends = _ends(states, cues)
        none = (ends @ self._w["none.weight"] + self._w["none.bias"])[:, None]
        if not sources:
            return [-1] * len(cues)
        scores = self._scores("cue_source", cues, sources, cues, states)
        return [int(i) - 1 for i in np.concatenate([none, scores], axis=1).argmax(axis=1)]

    def _scores(self, kind: str, a: Sequence[Range], b: Sequence[Range], cues: Sequence[Range], states: Array) -> Array:
        w = self._w
        left = _ends(states, a) @ w[f"{kind}.a.weight"].T + w[f"{kind}.a.bias"]
        right = _ends(states, b) @ w[f"{kind}.b.weight"].T + w[f"{kind}.b.bias"]
        scores = left @ right.T / np.sqrt(left.shape[1])
        out: Array = scores + w[f"{kind}.gap"][gaps(a, b)] + w[f"{kind}.between"][between(a, b, cues)]
        return out


def _ends(states: Array, spans: Sequence[Range]) -> Array:
    first = states[[s for s, _ in spans]]
    last = states[[e - 1 for _, e in spans]]
    return np.concatenate([first, last], axis=1)
