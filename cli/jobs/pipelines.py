"""How articles are read: in this process, in several, or on a cluster; no store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from claims.model import Article, Failure, Reading
from cli.jobs.choice import Choice

if TYPE_CHECKING:
    from claims.pipeline import Pipeline
    from cli.jobs.in_order import Crew
    from cli.jobs.reading_process import Machine


class Reader(Protocol):
    """Articles in, readings out, in order."""

    def read(self, articles: Iterable[Article]) -> Iterator[Reading | Failure]:
        """A reading for each article, or why there is none."""
        ...


@contextmanager
def reader(choice: Choice) -> Iterator[Reader]:
    """A pipeline in this process, or several in processes of their own that end with the block."""
    if not choice.reads_elsewhere:
        yield _pipeline(choice)
        return
    from cli.jobs.in_order import InOrder

    with closing(crew_of(choice, _pipeline)) as crew:
        yield InOrder(crew)


def crew_of(choice: Choice, make: Callable[[Choice], Machine]) -> Crew:
    """The processes that a person chose, which run what is made; raises OnrecordError where a cluster is gone."""
    from cli.jobs.reading_process import Work

    alone = choice.jobs == 1 and choice.cluster is None
    work = Work(make, replace(choice, cluster=None), alone)
    if choice.cluster is not None:
        from cli.jobs.cluster import Cluster

        return Cluster(work, choice.cluster)
    from cli.jobs.pool import Pool

    return Pool(work, choice.jobs)


def _pipeline(choice: Choice) -> Pipeline:
    from claims.pipeline import Pipeline

    return Pipeline(choice.spacy_model, detector=choice.model, min_confidence=choice.min_confidence)
