"""How articles are read: which model, how sure a claim must be, on how many cores; no store."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING, Protocol

from claims.errors import OnrecordError, UsageError
from claims.model import Article, Reading
from cli.interrupts import kept_from_children

if TYPE_CHECKING:
    from claims.pipeline import Pipeline

WARNINGS = "PYTHONWARNINGS"
ARTICLES_PER_SHARE = 4
"""Articles that a process is handed at a time."""


@dataclass(frozen=True)
class Choice:
    """What a person chose for reading; the defaults are those of every command."""

    model: str = "fast"
    spacy_model: str | None = None
    min_confidence: float = 0.0
    jobs: int = 1

    def __post_init__(self) -> None:
        """Raises UsageError on a probability or a number of processes that cannot be."""
        if not 0 <= self.min_confidence <= 1:
            raise UsageError(f"--min-confidence: {self.min_confidence} is not between 0 and 1")
        if self.jobs < 1:
            raise UsageError(f"--jobs: {self.jobs} processes cannot read; give 1 or more")


class Reader(Protocol):
    """Articles in, readings out, in order."""

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """A reading for each article."""
        ...


@contextmanager
def reader(choice: Choice) -> Iterator[Reader]:
    """A pipeline in this process, or several in processes of their own that end with the block."""
    if choice.jobs == 1:
        yield _pipeline(choice)
        return
    with closing(Pool(choice)) as pool:
        yield pool


def _pipeline(choice: Choice) -> Pipeline:
    from claims.pipeline import Pipeline

    return Pipeline(choice.spacy_model, detector=choice.model, min_confidence=choice.min_confidence)


def _share(articles: Iterator[Article]) -> list[Article]:
    return list(islice(articles, ARTICLES_PER_SHARE))


class Pool:
    """Pipelines side by side; the results are those of one, in the same order."""

    def __init__(self, choice: Choice) -> None:
        self._choice = choice
        self._executor: ProcessPoolExecutor | None = None

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """A reading for each article; raises ModelError, and OnrecordError where a process was
        killed."""
        executor = self._executor = self._executor or self._begun()
        stream = iter(articles)
        waiting: deque[Future[list[Reading]]] = deque()
        try:
            while True:
                while len(waiting) <= self._choice.jobs and (share := _share(stream)):
                    with kept_from_children():
                        waiting.append(executor.submit(_read, share))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise OnrecordError(
                "a reading process was killed, often for want of memory; run the same command again with fewer --jobs"
            ) from error
        finally:
            for future in waiting:
                future.cancel()

    def _begun(self) -> ProcessPoolExecutor:
        _quiet_tracker()
        return ProcessPoolExecutor(
            self._choice.jobs, get_context("spawn"), initializer=_begin, initargs=(self._choice,)
        )

    def close(self) -> None:
        """Ends the processes. Left to themselves they end in a thread of their own, which at Python's exit
        closes what the exit still uses; where rubbish is collected no Ctrl-C can be heeded."""
        if self._executor is not None:
            self._executor.shutdown()


def _quiet_tracker() -> None:
    """Begins the process that clears locks away after this one, so that it does not tell people of them."""
    import os

    with suppress(ImportError):
        from multiprocessing import resource_tracker

        before = os.environ.get(WARNINGS)
        os.environ[WARNINGS] = "ignore::UserWarning:multiprocessing.resource_tracker"
        try:
            resource_tracker.ensure_running()
        finally:
            os.environ.pop(WARNINGS) if before is None else os.environ.update({WARNINGS: before})


_OF_THIS_PROCESS: Pipeline | None = None


def _begin(choice: Choice) -> None:
    """Prepares a process: one thread, and Ctrl-C is the parent's."""
    import os

    global _OF_THIS_PROCESS
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    os.environ["ONRECORD_THREADS"] = "1"
    _OF_THIS_PROCESS = _pipeline(choice)


def _end_with_parent() -> None:
    """Ends this process with the one that began it: whoever is killed says nothing, and the queue
    between them stands open for as long as anybody reads from it."""
    import os

    if parent := parent_process():
        parent.join()
        os._exit(1)


def _read(articles: list[Article]) -> list[Reading]:
    assert _OF_THIS_PROCESS is not None
    return list(_OF_THIS_PROCESS.read(articles))
