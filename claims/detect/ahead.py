"""Work that threads of its own begin before its result is asked for; nothing about networks.

Whoever asks does himself what nobody has begun yet, so that no thread waits while there is something to do.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")


class Later(Generic[T]):
    """A piece of work whose result is asked for later; without threads it is done then."""

    def __init__(self, threads: ThreadPoolExecutor | None, work: Callable[[], T]) -> None:
        self._work = work
        self._begun: Future[T] | None = threads.submit(work) if threads else None

    def taken_over(self) -> None:
        """Do the work here, unless somebody has begun it."""
        if self._begun is None or self._begun.cancel():
            self._begun = Future()
            self._begun.set_result(self._work())

    def result(self) -> T:
        """What came of it; raises what the work raised."""
        self.taken_over()
        assert self._begun is not None
        return self._begun.result()

    def given_up(self) -> None:
        """Nobody wants the result any more."""
        if self._begun is not None:
            self._begun.cancel()


class Work(Protocol):
    """Something begun that can be given up."""

    def given_up(self) -> None:
        """Nobody wants its result any more."""


def done(works: Iterable[Later[Any]]) -> None:
    """Does what nobody has begun, and waits for the rest."""
    works = list(works)
    for work in works:
        work.taken_over()
    for work in works:
        work.result()


class InTurn(Generic[T]):
    """Things that pieces of work belong to, each given in its turn; those of the next are begun before.

    most: pieces of work that are begun before it is their turn, which bounds memory.
    """

    def __init__(
        self, things: Iterable[T], works: Callable[[T], Sequence[Work]], most: int
    ) -> None:
        self._things, self._works, self._most = iter(things), works, most
        self._begun: deque[tuple[T | Exception, Sequence[Work]]] = deque()
        self._at_hand: Sequence[Work] = []
        self._ahead = 0
        self._begin()

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        if not self._begun and not self._begin_one():
            raise StopIteration
        thing, self._at_hand = self._begun.popleft()
        self._ahead -= len(self._at_hand)
        if isinstance(thing, Exception):
            raise thing
        self._begin()
        return thing

    def close(self) -> None:
        """Gives up what is begun, that of the last thing given too."""
        for works in (self._at_hand, *(works for _, works in self._begun)):
            for work in works:
                work.given_up()

    def _begin(self) -> None:
        while self._ahead < self._most and self._begin_one():
            pass

    def _begin_one(self) -> bool:
        try:
            thing = next(self._things)
            works = self._works(thing)
        except StopIteration:
            return False
        except Exception as error:
            # What a later thing raises is raised in its own turn: those before it are not lost.
            self._begun.append((error, []))
            return True
        self._begun.append((thing, works))
        self._ahead += len(works)
        return True
