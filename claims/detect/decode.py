"""Tag probabilities to spans of words: Viterbi's best path of BIO tags (Ramshaw and Marcus 1995), in
which no tag goes on with what did not begin; no network, no links."""

from __future__ import annotations

from collections.abc import Sequence
from operator import eq

import numpy as np
from numpy.typing import NDArray

PARTS = ("cue", "source", "content")
TAGS = 7
Range = tuple[int, int]
TAG_BONUS = np.array([0, 1.2, 0.4, 0.2, 0.2, 0, 0], dtype=np.float32)
"""Added to the logarithms of the tags: a doubtful cue is read as one, for a content whose cue was
missed goes to another's and spoils two claims. What stays doubtful is dropped by its confidence.
Chosen on articles held out."""
INSIDE = (2, 4, 6)
"""Tags of words that go on with a span; each follows the tag before it, or itself, in the same
line: of 22,900 contents in train 61 run over a line's end, and one out of a headline."""
NEVER_BEFORE_A_CUE = (1, 2)
"""No two cues of a line touch (3 of 19,831 in train): words side by side are one cue."""
BEFORE_A_CUE = tuple(tag for tag in range(TAGS) if tag not in NEVER_BEFORE_A_CUE)
FORBIDDEN = -1e4


def log_softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    """Log probabilities of each row; (rows, classes) to the same."""
    shifted = logits - logits.max(axis=-1, keepdims=True)
    out: NDArray[np.float32] = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return out


def viterbi(logs: NDArray[np.float32], lines: Sequence[int]) -> list[int]:
    """The best allowed tag of each word, cues and sources favoured; logs: (words, TAGS); lines: the
    paragraph of each word.

    Only a tag within a span asks what stands before it, so the best way to any other tag is the
    best way of all. Plain numbers: an array of seven costs more to handle than to compute.
    """
    if not len(logs):
        return []
    rows = (logs + TAG_BONUS).tolist()
    best = [FORBIDDEN if tag in INSIDE else log for tag, log in enumerate(rows[0])]
    back: list[list[int]] = []
    for row, same_line in zip(rows[1:], map(eq, lines, lines[1:]), strict=True):
        top = max(best)
        came = [best.index(top)] * TAGS
        after = [top + log for log in row]
        for tag in INSIDE:
            came[tag] = tag - 1 if best[tag - 1] >= best[tag] else tag
            after[tag] = best[came[tag]] + row[tag] if same_line else FORBIDDEN + top
        if same_line:
            came[1] = max(BEFORE_A_CUE, key=best.__getitem__)
            after[1] = best[came[1]] + row[1]
        back.append(came)
        best = after
    tags = [best.index(max(best))]
    for came in reversed(back):
        tags.append(came[tags[-1]])
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


def chosen(probabilities: NDArray[np.float32], tags: list[int]) -> NDArray[np.float32]:
    """The probability of each word's tag, (words,), out of (words, TAGS)."""
    out: NDArray[np.float32] = probabilities[np.arange(len(tags)), tags]
    return out


def certainty(probabilities: NDArray[np.float32], span: Range) -> float:
    """The mean probability of a span's tags; probabilities: (words,), of each word's tag."""
    start, end = span
    return float(probabilities[start:end].mean())
