"""Where in the articles of the record a wording stands, or stands best; whose words it is there says
mouths.py."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, islice, pairwise
from typing import NamedTuple

from claims.model import Span
from claims.proof.align import GAP, PART_WORDS, exact, most_fit, reach, weight_of
from claims.proof.fitting import fit_in_parts
from claims.proof.model import Place, RecordedArticle, RecordedClaim
from claims.proof.mouths import same_mouth
from claims.proof.wording import Wording

MAX_EXACT = 8
"""Places of one wording in one article."""
MAX_FITTED = 5
"""Windows in which a wording is fitted: those that hold most of its weight."""
MAX_GAP_WORDS = 60
"""Words that a marked gap may leave out between two claims; within one it may leave out any number."""
MAX_WINDOWS = 2
"""Of one article, of those."""
MIN_SCORE = 0.3
"""Of a fit, below which a passage shows nothing."""
AS_GOOD, ROUNDING = 0.06, 1e-6
"""Scores within which two places are as good: the one that fits otherwise is taken."""
_MOSTLY = 0.6


@dataclass(frozen=True)
class Found:
    """A wording aligned with words of an article."""

    wording: Wording
    article: RecordedArticle
    places: tuple[int | None, ...]
    """For each word of the wording its place among the article's words."""
    score: float
    bounds: tuple[int, int] | None = None
    """The places within which all of it is looked for; None for the whole article."""

    @cached_property
    def held(self) -> list[int]:
        """The places that are filled."""
        return [place for place in self.places if place is not None]

    @cached_property
    def starts(self) -> list[int]:
        """Where in the article's text the words begin at the places that are filled."""
        words = self.article.words
        return [words[place].start for place in self.held]

    @cached_property
    def span(self) -> Span:
        """The passage in the article's text."""
        return Span(min(self.starts), self.article.words[max(self.held)].end)

    @cached_property
    def in_marks(self) -> bool:
        """Whether quotation marks enclose most of its words."""
        quoted = self.article.quoted
        inside = sum([quoted[start] for start in self.starts])
        return inside >= _MOSTLY * len(self.held)

    @cached_property
    def holding(self) -> list[RecordedClaim]:
        """The claims whose contents hold most of its words, the innermost first."""
        return sorted(self._mostly_in(self.starts), key=_length)

    @cached_property
    def is_stitched(self) -> bool:
        """Whether a gap that the draft marks joins what different people say, or what lies far apart."""
        return any(self._parted(left, right) for left, right in pairwise(self._runs()))

    def _runs(self) -> Iterator[list[int]]:
        """The places that are filled between the gaps."""
        keyed = zip(self.wording.keys, self.places, strict=True)
        for is_gap, run in groupby(keyed, key=lambda pair: pair[0] == GAP):
            held = [place for _, place in run if place is not None]
            if held and not is_gap:
                yield held

    def _parted(self, left: list[int], right: list[int]) -> bool:
        if left[-1] + 1 == right[0]:
            return False
        words = self.article.words
        ours, theirs = ([*self._mostly_in([words[p].start for p in run])] for run in (left, right))
        if any(claim in theirs for claim in ours):
            return False
        if right[0] - left[-1] > MAX_GAP_WORDS:
            return True
        if ours and theirs:
            return all(same_mouth(a.voice, b.voice) == "other" for a in ours for b in theirs)
        # The reader may have missed a claim where words are in marks; the paper's own are nobody's.
        bare = [run for run, held in ((left, ours), (right, theirs)) if not held]
        return len(bare) == 1 and not self.article.quoted[self.article.words[bare[0][0]].start]

    def _mostly_in(self, starts: Sequence[int]) -> Iterator[RecordedClaim]:
        """The claims whose contents hold most of the words that begin there."""
        first, last = min(starts), max(starts)
        for at, content in enumerate(self.article.spans):
            if not content or content[-1].end <= first or content[0].start > last:
                continue
            inside = sum([start <= one < end for start, end in content for one in starts])
            if inside >= _MOSTLY * len(starts):
                yield self.article.claims[at]

    @property
    def place(self) -> Place:
        """The same for who looks at it."""
        claim = next(iter(self.holding), None)
        return Place(self.article, claim, self.span, self.in_marks, round(self.score, 3))


def _length(claim: RecordedClaim) -> int:
    return sum(end - start for start, end in claim.stated.content)


def within(wording: Wording, article: RecordedArticle, span: Span) -> Found:
    """The wording fitted to a stretch of an article."""
    first = bisect_left(article.words, span.start, key=lambda word: word.start)
    last = bisect_left(article.words, span.end, key=lambda word: word.start)
    aligned = fit_in_parts(wording.keys, article.keys, first, last, last)
    return Found(wording, article, *aligned, (first, last))


def find(wording: Wording, articles: Sequence[RecordedArticle]) -> list[Found]:
    """Every place where the words stand as they are, else the best few; the best first."""
    if not any(key != GAP for key in wording.keys):
        return []
    as_they_are = [found for article in articles for found in _exact(wording, article)]
    return as_they_are or sorted(
        (f for f in _fitted(wording, articles) if f.held and f.score >= MIN_SCORE),
        key=lambda found: -found.score,
    )


def _exact(wording: Wording, article: RecordedArticle) -> Iterator[Found]:
    every = (Found(wording, article, *aligned) for aligned in exact(wording.keys, article.line))
    yield from islice((found for found in every if not found.is_stitched), MAX_EXACT)


def _fitted(wording: Wording, articles: Sequence[RecordedArticle]) -> Iterator[Found]:
    first = wording.keys[:PART_WORDS]
    best = 0.0
    for window in _fullest(first, articles):
        if most_fit(first, window.words) < best - AS_GOOD - ROUNDING:
            continue  # none of what is fitted there could be told beside the best
        start, end, keys = window.start, window.end, window.keys
        aligned = fit_in_parts(wording.keys, keys, start, end, len(keys))
        found = Found(wording, window.article, *aligned)
        best = max(best, found.score)
        yield found


class _Window(NamedTuple):
    """A stretch of an article that holds words of a wording."""

    held: float
    """How much these weigh together."""
    article: RecordedArticle
    keys: Sequence[str]
    """The folded words of the article."""
    start: int
    end: int

    @property
    def words(self) -> Sequence[str]:
        return self.keys[self.start : self.end]


def _fullest(words: Sequence[str], articles: Sequence[RecordedArticle]) -> list[_Window]:
    """The windows that hold most of the words' weight, the fullest first; an article whose words all together weigh
    less than those is not gone through."""
    weights = [(f" {key} ", weight_of(key)) for key in {*words}]
    most = [sum([w for key, w in weights if key in article.line]) for article in articles]
    windows: list[tuple[int, _Window]] = []
    for number in sorted(range(len(articles)), key=lambda number: -most[number]):
        if len(windows) == MAX_FITTED and most[number] < windows[-1][1].held - ROUNDING:
            break
        windows += ((number, window) for window in _windows(words, articles[number]))
        windows = sorted(windows, key=lambda one: (-one[1].held, one[0]))[:MAX_FITTED]
    return [window for _, window in windows]


def _windows(words: Sequence[str], article: RecordedArticle) -> Iterator[_Window]:
    """The two windows that hold most of the words' weight, each word counted once."""
    size, weights = reach(words), {key: weight_of(key) for key in words}
    keys = article.line.split()
    hits = [(place, key) for place, key in enumerate(keys) if key in weights]
    best: list[tuple[float, int]] = []
    counts = dict.fromkeys(weights, 0)
    first, held = 0, 0.0
    for place, key in hits:
        if not counts[key]:
            held += weights[key]
        counts[key] += 1
        while hits[first][0] < place - size // 2:
            gone = hits[first][1]
            counts[gone] -= 1
            if not counts[gone]:
                held -= weights[gone]
            first += 1
        best.append((held, (hits[first][0] + place) // 2))
    chosen: list[int] = []
    for held, middle in sorted(best, reverse=True):
        if all(abs(middle - other) > size // 2 for other in chosen):
            chosen.append(middle)
            yield _Window(held, article, keys, max(0, middle - size // 2), middle + size // 2)
        if len(chosen) == MAX_WINDOWS:
            break
