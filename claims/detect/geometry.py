"""How spans of words lie to each other, as small integers; shared by training and run time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Range = tuple[int, int]
GAP_BUCKETS, BETWEEN_BUCKETS = 24, 5


_BUCKETS = np.array(
    [min(GAP_BUCKETS // 2 - 1, int(np.log2(distance + 1) * 1.6)) for distance in range(128)]
)
"""The bucket of each distance; all greater ones fall into the last."""


def _edges(spans: Sequence[Range]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    pairs = np.array(spans, dtype=np.int64).reshape(len(spans), 2)
    return pairs[:, 0], pairs[:, 1]


def gaps(a: Sequence[Range], b: Sequence[Range]) -> NDArray[np.int64]:
    """(len(a), len(b)): buckets of the signed distance in words, 0 to 11 before, 12 to 23 after."""
    (s, e), (u, v) = _edges(a), _edges(b)
    after = u[None, :] >= e[:, None]
    distance = np.where(after, u[None, :] - e[:, None], s[:, None] - v[None, :])
    out: NDArray[np.int64] = (
        _BUCKETS[distance.clip(0, len(_BUCKETS) - 1)] + (GAP_BUCKETS // 2) * after
    )
    return out


def between(a: Sequence[Range], b: Sequence[Range], cues: Sequence[Range]) -> NDArray[np.int64]:
    """(len(a), len(b)): how many cues lie between the two, BETWEEN_BUCKETS - 1 at most."""
    middles = np.array(sorted((s + e) / 2 for s, e in cues))
    (s, e), (u, v) = (
        [np.searchsorted(middles, edge) for edge in _edges(spans)] for spans in (a, b)
    )
    after = _edges(b)[0][None, :] >= _edges(a)[1][:, None]
    count = np.where(after, u[None, :] - e[:, None], s[:, None] - v[None, :])
    out: NDArray[np.int64] = count.clip(0, BETWEEN_BUCKETS - 1)
    return out
