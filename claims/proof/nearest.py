"""Which claims of the record a passage is compared with, those that most likely hold it first; how each stands to it
says beside.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from claims.model import Reading
from claims.proof.beside import Beside
from claims.proof.likely import likely_claims, longest_words
from claims.proof.meaning import Said, near, of_the_record, sharing
from claims.proof.model import Passage, RecordedArticle

MAX_READ = 24
"""Claims that are read and compared as a whole."""
AS_NEARLY = 0.95
"""Of the weight that a clear claim shares with a passage, what another has to share to be looked at beside it."""
LONGER = 4
"""How many times as long as the passage a claim is that is not looked at beside a clear one."""
MAX_COMPARED = 10
"""Claims, the nearest by meaning, that are compared word by word."""


def compared(
    reading: Reading, passage: Passage, articles: Sequence[RecordedArticle], *, every: bool = False
) -> list[Beside]:
    """The claims that are nearest by meaning, each beside the passage; every: also those that have far fewer of its
    words than one that is clear."""
    clear = None if every else clear_ones(reading, passage, articles)
    return clear or _compared(Said(reading, passage), _all(articles), every=every)[0]


def clear_ones(
    reading: Reading, passage: Passage, articles: Sequence[RecordedArticle]
) -> list[Beside] | None:
    """Those of the likeliest claims where one of them is clear, None where none is."""
    said = Said(reading, passage)
    words = longest_words(said.claim.quote)
    likely = [(article, at) for article in articles for at in likely_claims(words, article)]
    likely.sort(key=lambda one: len(one[0].quotes[one[1]]))  # of as much weight the shortest first
    found, is_clear = _compared(said, likely) if likely else ([], False)
    return found if is_clear else None


def most_sharing(
    reading: Reading, passage: Passage, articles: Sequence[RecordedArticle]
) -> list[tuple[RecordedArticle, int]]:
    """The claims that would be compared if none left out others, each with its article."""
    shared = sharing(Said(reading, passage), _all(articles))
    return [(one.article, one.at) for one in shared[:MAX_READ]]


def _all(articles: Sequence[RecordedArticle]) -> Iterator[tuple[RecordedArticle, int]]:
    return ((article, at) for article in articles for at in range(len(article.claims)))


def _compared(
    said: Said, among: Iterable[tuple[RecordedArticle, int]], *, every: bool = False
) -> tuple[list[Beside], bool]:
    """The nearest among some claims, and whether one is clear."""
    found, least = list[Beside](), 0.0
    for one in islice(of_the_record(said, sharing(said, among)), MAX_READ):
        if one.held < least:
            break
        if least and len(one.article.quotes[one.at]) > LONGER * len(said.claim.quote):
            continue
        if (of_claim := near(said, one)) and of_claim.claim.stated.content:
            found.append(Beside(said, of_claim))
            if not least and not every and found[-1].is_clear:
                least = AS_NEARLY * one.held
    found.sort(key=lambda beside: -(beside.near.likely + beside.near.covered))
    return found[:MAX_COMPARED], least > 0.0
