"""Reads articles so that one which cannot be read stops no other: it comes as a failure in its
place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from claims.errors import OnrecordError
from claims.model import Article, Failure, Reading
from cli.jobs.article_failure import failure_of

if TYPE_CHECKING:
    from cli.jobs.pipelines import Reader

ARTICLES_TOGETHER = 16
"""That this process reads together; an interruption loses at most these."""


def read_each(machine: Reader, articles: Iterable[Article]) -> Iterator[Reading | Failure]:
    """A reading or a failure for each article, in order; raises ModelError and what else stops all
    of them."""
    return chain.from_iterable(read_ready(machine, articles))


def read_ready(
    machine: Reader, articles: Iterable[Article]
) -> Iterator[Sequence[Reading | Failure]]:
    """The same, each time those that are finished: processes finish several while one is waited for, this process
    one after the other."""
    from cli.jobs.in_order import InOrder

    if isinstance(machine, InOrder):
        yield from machine.read_ready(articles)
        return
    stream = iter(articles)
    while some := list(islice(stream, ARTICLES_TOGETHER)):
        yield from ([found] for found in _together(machine, some))


def _together(machine: Reader, articles: Sequence[Article]) -> Iterator[Reading | Failure]:
    read = 0
    try:
        for reading in machine.read(articles):
            read += 1
            yield reading
    except OnrecordError:
        raise
    except Exception:  # whatever one article did, it did to those that were read with it
        for article in articles[read:]:
            yield _alone(machine, article)


def _alone(machine: Reader, article: Article) -> Reading | Failure:
    try:
        (reading,) = machine.read([article])
    except OnrecordError:
        raise
    except Exception as error:
        return failure_of(article, f"{type(error).__name__}: {error}")
    return reading
