"""Where in a text words stand best, and which of them correspond; what differs is judged in changes.py.

Fitting alignment (Needleman and Wunsch 1970, with free ends of the longer text and one price for
opening a gap, Gotoh 1982): the libraries at hand align whole sequences or windows of equal length, and
a draft leaves words out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claims.proof.align import ADDED, GAP, LIKE, PART_WORDS, Alignment, like, reach, root, weight_of

_OPEN_GAP, _LONGER_GAP = 0.5, 0.08
_UNLIKE = 0.7
"""Share of a word's weight that another in its place costs."""
_LEAST_SCORE = 0.3
"""Of the first part, below which the others are not looked for."""


def fit(words: Sequence[str], text: Sequence[str]) -> Alignment:
    """The words where they fit a text best; costs time in proportion to both lengths."""
    total = sum(map(weight_of, words))
    if not total or not text:
        return Alignment((None,) * len(words), 0.0)
    if GAP not in words and (start := _in_a_row(words, text)) is not None:
        return Alignment(tuple(range(start, start + len(words))), 1.0)
    first, end = _from_hit_to_hit(words, text)
    if first == end:
        return Alignment((None,) * len(words), 0.0)
    rows = _scored(words, text[first:end])
    last = rows[-1][0]
    best = max(range(len(last)), key=last.__getitem__)
    places = _traced(words, rows, best)
    if first:
        places = tuple(None if place is None else first + place for place in places)
    return Alignment(places, max(0.0, last[best]) / total)


def _from_hit_to_hit(words: Sequence[str], text: Sequence[str]) -> tuple[int, int]:
    """From the first word of the text that is one of these, or a form of one, to behind the last: outside nothing is
    gained."""
    roots = {root(word) for word in words}
    hits = [place for place, word in enumerate(text) if root(word) in roots]
    return (hits[0], hits[-1] + 1) if hits else (0, 0)


def _in_a_row(words: Sequence[str], text: Sequence[str]) -> int | None:
    """The first place from which the words stand as they are, None where they do so nowhere."""
    line, run = f" {' '.join(text)} ", f" {' '.join(words)} "
    at = line.find(run)
    return line.count(" ", 0, at) if at >= 0 else None


def fit_in_parts(
    words: Sequence[str], text: Sequence[str], start: int, end: int, last: int
) -> Alignment:
    """The words where they fit a text best: the first part of them within a stretch, each further one behind
    the one before, up to a last place; costs time in proportion to the words."""
    places: list[int | None] = []
    gained = 0.0
    for at in range(0, len(words), PART_WORDS):
        part = words[at : at + PART_WORDS]
        aligned = fit(part, text[start:end])
        places += [None if place is None else place + start for place in aligned.places]
        gained += aligned.score * sum(map(weight_of, part))
        if not at and aligned.score < _LEAST_SCORE:
            break
        start = max((place + 1 for place in places[at:] if place is not None), default=start)
        end = min(last, start + reach(part))
    places += [None] * (len(words) - len(places))
    total = sum(map(weight_of, words))
    return Alignment(tuple(places), gained / total if total else 0.0)


_Row = tuple[list[float], list[int], list[float], list[int]]
"""Best scores up to each place, how each came about, the same with a gap open, and where that began."""


def _scored(words: Sequence[str], text: Sequence[str]) -> list[_Row]:
    size = len(text) + 1
    rows: list[_Row] = [([0.0] * size, [0] * size, [-1e9] * size, [0] * size)]
    of_root: dict[str, list[str]] = defaultdict(list)
    for other in {*text}:
        of_root[root(other)].append(other)
    for word in words:
        forms = [other for other in of_root.get(root(word), ()) if like(word, other)]
        rows.append(_row(word, text, rows[-1][0], forms))
    return rows


_MATCH, _ADD, _SKIP = 1, 2, 3


def _row(word: str, text: Sequence[str], before: list[float], forms: Sequence[str]) -> _Row:
    """Scores after one more word of the draft; forms: the words of the text that are forms of it."""
    own, size = weight_of(word), len(text) + 1
    free = word == GAP
    added = 0.0 if free else ADDED * own
    best, how, gap, since = [0.0] * size, [0] * size, [-1e9] * size, [0] * size
    best[0], how[0] = before[0] - added, _ADD
    open_cost, more_cost = (0.0, 0.0) if free else (_OPEN_GAP, _LONGER_GAP)
    alike = {} if free else {key: own if key == word else LIKE * own for key in forms}
    unlike = -1e9 if free else -_UNLIKE * own
    # Nearly all the time of a look-up goes here: what the last place gave is kept at hand.
    score, open_gap, began, left = best[0], gap[0], 0, before[0]
    for j in range(1, size):
        opened, longer = score - open_cost, open_gap - more_cost
        if opened >= longer:
            open_gap, began = opened, j - 1
        else:
            open_gap = longer
        above = before[j]
        score, step = above - added, _ADD
        matched = left + alike.get(text[j - 1], unlike)
        left = above
        if matched >= score:
            score, step = matched, _MATCH
        if open_gap > score:
            score, step = open_gap, _SKIP
        best[j], how[j], gap[j], since[j] = score, step, open_gap, began
    return best, how, gap, since


def _traced(words: Sequence[str], rows: Sequence[_Row], end: int) -> tuple[int | None, ...]:
    places: list[int | None] = [None] * len(words)
    i, j = len(words), end
    while i > 0:
        step = rows[i][1][j]
        if step == _SKIP:
            j = rows[i][3][j]
        elif step == _MATCH:
            i, j = i - 1, j - 1
            places[i] = j
        else:
            i -= 1
    return tuple(places)
