"""How much words tell, which are forms of one, where they stand in a row in a text, and how well they can fit it at
most; where they fit it best says fitting.py."""

from __future__ import annotations

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
ADDED = 0.6
"""Share of a word's weight that it costs where the record lacks it."""
LIKE = 0.6
"""Share of a word's weight that another form of it counts."""
PART_WORDS = 400
"""Words that are fitted at once; of a longer wording each part goes behind the one before."""
_SLACK_WORDS, _GAP_WORDS = 14, 60
"""By how much a stretch that is looked through is longer than twice the words, and more for each gap."""
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
            gained += (LIKE if alike else -ADDED) * own
    return gained / total if total else 0.0


def reach(words: Sequence[str]) -> int:
    """How many words of a text are looked through for these."""
    return 2 * len(words) + _SLACK_WORDS + _GAP_WORDS * words.count(GAP)
