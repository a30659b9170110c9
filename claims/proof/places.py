"""Where in the articles of the record a wording stands, or stands best; whose words it is there says
mouths.py."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.model import Span
from claims.proof.align import GAP, Alignment, exact, fit, weight_of
from claims.proof.model import Place, RecordedArticle, RecordedClaim
from claims.proof.wording import Wording

MAX_EXACT = 8
"""Places of one wording in one article."""
MAX_FITTED = 5
"""Windows in which a wording is fitted: those that hold most of its weight."""
_SLACK_WORDS, _GAP_WORDS = 14, 60
"""By how much a window is longer than twice the wording, and more for each gap in it."""
MIN_SCORE = 0.3
"""Of a fit, below which a passage shows nothing."""
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
    def span(self) -> Span:
        """The passage in the article's text."""
        words = self.article.words
        return Span(words[min(self.held)].start, words[max(self.held)].end)

    @cached_property
    def in_marks(self) -> bool:
        """Whether quotation marks enclose most of its words."""
        quoted = self.article.quoted
        inside = sum(quoted[self.article.words[place].start] for place in self.held)
        return inside >= _MOSTLY * len(self.held)

    @cached_property
    def holding(self) -> list[RecordedClaim]:
        """The claims whose contents hold most of its words, the innermost first."""
        within = [c for c in self.article.claims if self._share(c) >= _MOSTLY]
        return sorted(within, key=_length)

    def _share(self, claim: RecordedClaim) -> float:
        words = [self.article.words[place] for place in self.held]
        inside = sum(
            any(start <= word.start < end for start, end in claim.stated.content) for word in words
        )
        return inside / len(words)

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
    aligned = fit(wording.keys, article.keys[first:last])
    places = tuple(None if place is None else place + first for place in aligned.places)
    return Found(wording, article, places, aligned.score, (first, last))


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
    for places, score in exact(wording.keys, article.line, MAX_EXACT):
        yield Found(wording, article, places, score)


def _fitted(wording: Wording, articles: Sequence[RecordedArticle]) -> Iterator[Found]:
    gaps = wording.keys.count(GAP)
    size = 2 * len(wording.keys) + _SLACK_WORDS + _GAP_WORDS * gaps
    windows = sorted(
        (window for article in articles for window in _windows(wording, article, size)),
        key=lambda window: -window[0],
    )
    for _, article, start, end in windows[:MAX_FITTED]:
        aligned: Alignment = fit(wording.keys, article.keys[start:end])
        places = tuple(None if p is None else p + start for p in aligned.places)
        yield Found(wording, article, places, aligned.score)


_Window = tuple[float, RecordedArticle, int, int]


def _windows(wording: Wording, article: RecordedArticle, size: int) -> Iterator[_Window]:
    """The two windows that hold most of the wording's weight, each word counted once."""
    hits = sorted(
        (place, key) for key in set(wording.keys) for place in article.places.get(key, ())
    )
    best: list[tuple[float, int]] = []
    counts: dict[str, int] = {}
    first, held = 0, 0.0
    for place, key in hits:
        held += 0.0 if counts.get(key) else weight_of(key)
        counts[key] = counts.get(key, 0) + 1
        while hits[first][0] < place - size // 2:
            gone = hits[first][1]
            counts[gone] -= 1
            held -= 0.0 if counts[gone] else weight_of(gone)
            first += 1
        best.append((held, (hits[first][0] + place) // 2))
    chosen: list[int] = []
    for held, middle in sorted(best, reverse=True):
        if all(abs(middle - other) > size // 2 for other in chosen) and len(chosen) < 2:
            chosen.append(middle)
            yield held, article, max(0, middle - size // 2), middle + size // 2
