"""Where in an article a passage of a draft most likely stands, and in which claims, by its longest words as they are
written; how nearly they say it is looked at elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.model import Span
from claims.proof.model import RecordedArticle

LONGEST, MAY_LACK = 4, 1
"""Words of a passage that are looked for, and how many of them a claim may lack."""
REACH, AROUND = 1.5, 100
"""Characters on each side of a word in which the rest of its passage stands, by the passage's length, and besides."""
_WORD = re.compile(r"[^\W_]+")


def longest_words(words: str) -> tuple[str, ...]:
    """The longest words of a passage in one case, the longest first."""
    every = dict.fromkeys(_WORD.findall(words.lower()))
    return tuple(sorted(every, key=lambda word: -len(word))[:LONGEST])


def likely_parts(
    words: Sequence[str], length: int, articles: Sequence[RecordedArticle]
) -> list[RecordedArticle]:
    """The stretches of articles around one of the two longest words that hold all of them, or all but one; length: of
    the passage."""
    return [article.part(span) for article in articles for span in _parts(words, length, article)]


def _parts(words: Sequence[str], length: int, article: RecordedArticle) -> Iterator[Span]:
    text, reach = article.small.text, int(REACH * length) + AROUND
    first, last = 0, 0
    if not words:
        return
    for at in sorted(at for word in words[: MAY_LACK + 1] for at in _places(word, text)):
        if at - reach > last:
            yield from _part(words, text, first, last)
            first = max(0, at - reach)
        last = min(len(text), at + reach)
    yield from _part(words, text, first, last)


def _part(words: Sequence[str], text: str, first: int, last: int) -> Iterator[Span]:
    """The stretch, cut at blanks, where it holds the words."""
    if _holds(text[first:last], words):
        end = text.find(" ", last)
        yield Span(text.rfind(" ", 0, first) + 1, end if end >= 0 else len(text))


def _places(word: str, text: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def likely_claims(words: tuple[str, ...], article: RecordedArticle) -> Sequence[int]:
    """Which of an article's claims hold all of these words, or all but one."""
    if not words:
        return ()
    known = article.small.holding
    if words not in known:
        quotes = enumerate(article.small.quotes)
        known[words] = [at for at, quote in quotes if _holds(quote, words)]
    return known[words]


def _holds(text: str, words: Sequence[str]) -> bool:
    lacking = 0
    for word in words:
        if word not in text:
            lacking += 1
            if lacking > MAY_LACK or lacking == len(words):
                return False
    return True
