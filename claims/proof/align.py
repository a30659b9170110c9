"""Where in a text words stand best, and which of them correspond; what differs is judged in changes.py.

Fitting alignment (Needleman and Wunsch 1970, with free ends of the longer text and one price for
opening a gap, Gotoh 1982): the libraries at hand align whole sequences or windows of equal length, and
a draft leaves words out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count, islice
from typing import NamedTuple

from claims.corroborate.matching.stems import stem
from claims.corroborate.matching.term_weights import content_words, weight
from claims.proof.figures import FIGURE, WORDS_REMEMBERED
from claims.rules.lists import load

GAP = "…"
"""A word of the draft that stands for any number of words left out, as it says itself."""
_RAREST = 6.0
SMALL_WEIGHT, FULL_WEIGHT = 0.35, 1.5
_OPEN_GAP, _LONGER_GAP = 0.5, 0.08
_ADDED = 0.6
"""Share of a word's weight that it costs where the record lacks it."""
_LIKE = 0.6
"""Share of a word's weight that another form of it counts."""
_UNLIKE = 0.7
PART_WORDS = 400
"""Words that are fitted at once; of a longer wording each part goes behind the one before."""
_SLACK_WORDS, _GAP_WORDS = 14, 60
"""By how much a stretch that is looked through is longer than twice the words, and more for each gap."""
_LEAST_SCORE = 0.3
"""Of the first part, below which the others are not looked for."""
_SHORT = 2
"""Letters of a word that has no other forms."""
MAX_EXACT_TRIED = 64
"""Places of one wording in one text that are looked at."""


class Alignment(NamedTuple):
    """For each word of the draft its place in the text, None where the text lacks it."""

    places: tuple[int | None, ...]
    score: float
    """Of the weight of the draft's words, how much the text has: 1 for all of them in a row."""


@lru_cache(WORDS_REMEMBERED)
def weight_of(key: str) -> float:
    """How much a folded word tells: little for the small words of any text."""
    if key == GAP:
        return 0.0
    if key.startswith(FIGURE):
        return 1.0
    if key in content_words("stop") or len(key) < 2:
        return SMALL_WEIGHT
    return SMALL_WEIGHT + (FULL_WEIGHT - SMALL_WEIGHT) * min(1.0, weight(stem(key)) / _RAREST)


@lru_cache(WORDS_REMEMBERED)
def like(a: str, b: str) -> bool:
    """Whether two folded words are forms of one."""
    return a == b or (len(a) > _SHORT and len(b) > _SHORT and root(a) == root(b))


@lru_cache(WORDS_REMEMBERED)
def root(key: str) -> str:
    """The stem of a folded word, of an irregular form that of its verb."""
    verbs: dict[str, str] = load("proof")["irregular"]["words"]
    return stem(verbs.get(key, key))


def exact(words: Sequence[str], line: str) -> Iterator[Alignment]:
    """The places where the words stand in a row, gaps aside, each gap as short as it can be."""
    runs = [f" {' '.join(run)} " for run in _runs(words)]
    at = 0
    for _ in range(MAX_EXACT_TRIED if runs else 0):
        starts = _tightest(runs, line, at)
        if not starts:
            return
        at = starts[0] + 1
        held = (
            place
            for run, start in zip(runs, starts, strict=True)
            for place in islice(count(line.count(" ", 0, start)), run.count(" ") - 1)
        )
        yield Alignment(tuple(None if word == GAP else next(held) for word in words), 1.0)


def _tightest(runs: Sequence[str], line: str, at: int) -> list[int]:
    """Where the runs stand in order from a place on, with the least between them; nowhere where one lacks."""
    starts: list[int] = []
    for run in runs:
        at = line.find(run, at)
        if at < 0:
            return []
        starts.append(at)
        at += len(run) - 1
    for number in range(len(runs) - 2, -1, -1):
        starts[number] = line.rfind(runs[number], starts[number], starts[number + 1] + 1)
    return starts


def _runs(words: Sequence[str]) -> list[list[str]]:
    runs: list[list[str]] = [[]]
    for word in words:
        if word != GAP:
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def fit(words: Sequence[str], text: Sequence[str]) -> Alignment:
    """The words where they fit a text best; costs time in proportion to both lengths."""
    total = sum(map(weight_of, words))
    if not total or not text:
        return Alignment((None,) * len(words), 0.0)
    if GAP not in words and (start := _in_a_row(words, text)) is not None:
        return Alignment(tuple(range(start, start + len(words))), 1.0)
    rows = _scored(words, text)
    last = rows[-1][0]
    end = max(range(len(last)), key=last.__getitem__)
    return Alignment(_traced(words, rows, end), max(0.0, last[end]) / total)


def _in_a_row(words: Sequence[str], text: Sequence[str]) -> int | None:
    """The first place from which the words stand as they are, None where they do so nowhere."""
    line, run = f" {' '.join(text)} ", f" {' '.join(words)} "
    at = line.find(run)
    return line.count(" ", 0, at) if at >= 0 else None


def may_fit(words: Sequence[str], text: Sequence[str]) -> bool:
    """Whether a fit can score anything."""
    return most_fit(words, text) > 0.0


def most_fit(words: Sequence[str], text: Sequence[str]) -> float:
    """What a fit cannot score more than: the words that the text has, in whatever order, less what it costs that
    it lacks the others."""
    if len(words) > PART_WORDS:
        return 1.0
    held, roots = {*text}, {root(key) for key in text if len(key) > _SHORT}
    total = gained = 0.0
    for key in words:
        own = weight_of(key)
        total += own
        if key in held:
            gained += own
        else:
            alike = len(key) > _SHORT and root(key) in roots
            gained += (_LIKE if alike else -_ADDED) * own
    return gained / total if total else 0.0


def reach(words: Sequence[str]) -> int:
    """How many words of a text are looked through for these."""
    return 2 * len(words) + _SLACK_WORDS + _GAP_WORDS * words.count(GAP)


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
    added = 0.0 if free else _ADDED * own
    best, how, gap, since = [0.0] * size, [0] * size, [-1e9] * size, [0] * size
    best[0], how[0] = before[0] - added, _ADD
    open_cost, more_cost = (0.0, 0.0) if free else (_OPEN_GAP, _LONGER_GAP)
    alike = {} if free else {key: own if key == word else _LIKE * own for key in forms}
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
