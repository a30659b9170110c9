"""Reads articles so that one which cannot be read stops no other: it comes as a failure in its
place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.errors import OnrecordError
from claims.model import Article, Failure, Reading
from cli.jobs.pipelines import Reader

OTHERS_KEPT = "the others are kept; report it, with the text where you may"


def read_each(machine: Reader, articles: Sequence[Article]) -> Iterator[Reading | Failure]:
    """A reading or a failure for each article, in order; raises ModelError and what else stops all
    of them."""
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
        return Failure(
            article.doc, f"cannot be read ({type(error).__name__}: {error})", OTHERS_KEPT
        )
    return reading
