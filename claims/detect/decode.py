"""Tag probabilities to spans of words: Viterbi under the BIO constraints; no network, no links."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

PARTS = ("cue", "source", "content")
TAGS = 7
Range = tuple[int, int]
FAVOUR = np.array([0, 1.2, 0.4, 0.2, 0.2, 0, 0], dtype=np.float32)
"""Added to the logarithms of the tags: a doubtful cue is read as one, for a content whose cue was missed goes to
another's and spoils two claims. What stays doubtful is dropped by its confidence. Chosen on articles held out."""


def _allowed() -> NDArray[np.float32]:
    table = np.zeros((TAGS, TAGS), dtype=np.float32)
    for before in range(TAGS):
        for inside in (2, 4, 6):
            if before not in (inside - 1, inside):
                table[before, inside] = -1e4
    for cue in (1, 2):
        table[cue, 1] = -1e4  # no two cues touch (3 of 19,831 in train): words side by side are one cue
    return table


ALLOWED = _allowed()


def log_softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Row-wise log probabilities."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    out: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return out


def viterbi(logs: NDArray[np.float32]) -> list[int]:
    """The best allowed tag of each word, cues and sources favoured; logs: words, TAGS."""
    if not len(logs):
        return []
    logs = logs + FAVOUR
    best = logs[0].copy()
    best[[2, 4, 6]] = -1e4
    back = np.zeros((len(logs), TAGS), dtype=np.int64)
    for i in range(1, len(logs)):
        scores = best[:, None] + ALLOWED
        back[i] = scores.argmax(axis=0)
        best = scores.max(axis=0) + logs[i]
    tags = [int(best.argmax())]
    for i in range(len(logs) - 1, 0, -1):
        tags.append(int(back[i, tags[-1]]))
    return tags[::-1]


def spans_of(tags: list[int]) -> dict[str, list[Range]]:
    """The ranges of words of each part, in order."""
    out: dict[str, list[Range]] = {part: [] for part in PARTS}
    for i, tag in enumerate(tags):
        if tag % 2:
            out[PARTS[tag // 2]].append((i, i + 1))
        elif tag:
            start, _ = out[PARTS[tag // 2 - 1]][-1]
            out[PARTS[tag // 2 - 1]][-1] = (start, i + 1)
    return out


def certainty(probabilities: NDArray[np.float32], tags: list[int], span: Range) -> float:
    """The mean probability of the span's tags."""
    start, end = span
    return float(np.mean([probabilities[i, tags[i]] for i in range(start, end)]))
