"""How spans of words lie to each other, as small integers; shared by training and run time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Range = tuple[int, int]
GAPS, BETWEEN = 24, 5


def gaps(a: Sequence[Range], b: Sequence[Range]) -> NDArray[np.int64]:
    """n, m buckets of the signed distance in words: 0 to 11 before, 12 to 23 after."""
    out = np.zeros((len(a), len(b)), dtype=np.int64)
    for i, (s, e) in enumerate(a):
        for j, (u, v) in enumerate(b):
            after = u >= e
            distance = u - e if after else s - v
            bucket = min(11, int(np.log2(max(distance, 0) + 1) * 1.6))
            out[i, j] = bucket + (12 if after else 0)
    return out


def between(a: Sequence[Range], b: Sequence[Range], cues: Sequence[Range]) -> NDArray[np.int64]:
    """n, m numbers of cue spans that lie between the two, at most BETWEEN - 1."""
    middles = np.array(sorted((s + e) / 2 for s, e in cues))
    out = np.zeros((len(a), len(b)), dtype=np.int64)
    for i, (s, e) in enumerate(a):
        for j, (u, v) in enumerate(b):
            low, high = (e, u) if u >= e else (v, s)
            count = int(np.searchsorted(middles, high) - np.searchsorted(middles, low)) if low < high else 0
            out[i, j] = min(BETWEEN - 1, max(0, count))
    return out
