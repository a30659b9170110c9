"""A text read more than once, each time in other windows, and what the readings say of each word
together.

A word near the edge of a window sees little on one side of it. In another reading it stands
elsewhere, and the mean of what several say is right more often than each by itself, as is that of
several networks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from claims.detect.encode import WINDOW_PIECES, Paragraph, pack

Logs = NDArray[np.float32]
"""(words, tags): natural logarithms of probabilities."""
Offsets = Sequence[tuple[int, int]]
"""Where words begin and end, code points."""


def readings(parts: Sequence[Paragraph], count: int) -> list[list[list[Paragraph]]]:
    """The windows of each reading: the edges of the later ones lie between those of the first,
    evenly.

    The later ones leave out what they would begin with: of that the first window has seen as much
    and more.
    """
    return [
        pack(parts),
        *(pack(parts, WINDOW_PIECES * place // count)[1:] for place in range(1, count)),
    ]


class Said:
    """What readings said of each word: starts in order, and probabilities, one pair of arrays a
    reading."""

    def __init__(self, readings: Iterable[Iterable[tuple[Offsets, Logs]]]) -> None:
        joined = [list(windows) for windows in readings]
        self._of = [
            (
                np.concatenate([_starts(offsets) for offsets, _ in windows]),
                np.exp(np.concatenate([w[1] for w in windows])),
            )
            for windows in joined
            if windows
        ]

    def mean(self, offsets: Offsets, logs: Logs) -> Logs:
        """Logarithms of the mean of these probabilities and those of the readings that saw the
        word, (words, tags)."""
        if not self._of:
            return logs
        wanted, total, counts = (
            _starts(offsets),
            np.exp(logs),
            np.ones((len(logs), 1), dtype=np.float32),
        )
        for starts, probabilities in self._of:
            places = np.minimum(np.searchsorted(starts, wanted), len(starts) - 1)
            seen = starts[places] == wanted
            total[seen] += probabilities[places[seen]]
            counts[seen] += 1
        out: Logs = np.log(np.maximum(total / counts, np.finfo(np.float32).tiny))
        return np.where(counts > 1, out, logs)


def _starts(offsets: Offsets) -> NDArray[np.int64]:
    return np.array([start for start, _ in offsets], dtype=np.int64)
