"""A text read more than once, each time in other windows, and what the readings say of each word together.

A word near the edge of a window sees little on one side of it. In another reading it stands elsewhere, and the mean of
what several say is right more often than each by itself, as is that of several networks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from claims.detect.encode import WINDOW, Paragraph, pack

Logs = NDArray[np.float32]
"""Words by tags: natural logarithms of probabilities."""
Offsets = Sequence[tuple[int, int]]
"""Where words begin and end, code points."""


def readings(parts: Sequence[Paragraph], count: int) -> list[list[list[Paragraph]]]:
    """The windows of each reading: the edges of the later ones lie between those of the first, evenly.

    The later ones leave out what they would begin with: of that the first window has seen as much and more.
    """
    return [pack(parts), *(pack(parts, WINDOW * place // count)[1:] for place in range(1, count))]


class Said:
    """What readings said of each word."""

    def __init__(self, windows: Iterable[tuple[Offsets, Logs]]) -> None:
        self._of: dict[int, list[Logs]] = defaultdict(list)
        for offsets, logs in windows:
            for (start, _), row in zip(offsets, logs, strict=True):
                self._of[start].append(row)

    def mean(self, offsets: Offsets, logs: Logs) -> Logs:
        """Logarithms of the mean of these probabilities and those of the readings."""
        if not self._of:
            return logs
        every = [np.logaddexp.reduce([row, *self._of[start]]) for (start, _), row in zip(offsets, logs, strict=True)]
        counts = [[1 + len(self._of[start])] for start, _ in offsets]
        out: Logs = np.array(every, dtype=np.float32) - np.log(np.array(counts, dtype=np.float32))
        return out
