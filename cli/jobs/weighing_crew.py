"""Weighing helped by a crew of processes: keys and comparisons, which need no store, are theirs; whatever they do not
answer this process finds out itself, and the same."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import replace
from itertools import count
from typing import Any, TypeVar, cast

from claims.corroborate.blocking import Keys
from claims.corroborate.copies.copies import Text
from claims.corroborate.matching.pair_reader import load
from claims.corroborate.matching.propositions import Statement
from claims.corroborate.model import ClaimPair, StatedArticle
from claims.corroborate.work import HERE, Couple, Work
from claims.errors import OnrecordError
from cli.jobs.choice import Choice
from cli.jobs.frames import READ, STOP
from cli.jobs.in_order import SHARES_AHEAD, WHOLE, Crew, NobodyAnswersError, Ticket
from cli.jobs.pipelines import crew_of

T = TypeVar("T")
MIN_ARTICLES = 100
"""That wait: processes for fewer would begin longer than they work."""
KEYS_A_SHARE, COUPLES_A_SHARE = (8, 32), (1, 8)
"""Handed out at a time, at the least and at the most: a couple takes some milliseconds, keys of a claim a part of
one, and a share on its way as long."""
ANSWER_SECONDS, BEGIN_SECONDS, LOOK_SECONDS = 10, 120, 0.05
"""How long an answer is waited for, the first one, and how often it is looked whether somebody waits meanwhile."""
WARM = -1
"""The number of shares that only let the processes begin."""


class Weigher:
    """What a process of the crew runs."""

    @property
    def versions(self) -> None:
        """Loads the network that reads couples."""
        load()

    def read(self, share: Iterable[Text | Statement | Couple]) -> Iterator[Keys | ClaimPair | None]:
        """Keys of a text or a statement; of a couple what the two are to each other."""
        for item in share:
            if isinstance(item, tuple):
                yield from HERE.compare([item])
            else:
                yield item.keys


def weigher(_: Choice) -> Weigher:
    """A new one."""
    return Weigher()


class DisturbedError(Exception):
    """Somebody came who waits for the store: what a transaction has found so far is to be given up."""


class CrewWork:
    """Hands it out, and waits until all is there."""

    def __init__(self, crew: Crew) -> None:
        """Waits for the processes to begin, so that nobody does who has the store to himself."""
        self._crew: Crew | None = crew
        self._disturbed: Callable[[], bool] | None = None
        # A cluster may have no worker for a moment: the share waits for the next one.
        self._numbers, self._width = count(), max(1, crew.width)
        warm = [Ticket(WARM, place) for place in range(self._width)]
        self._gathered(warm, lambda _: [], BEGIN_SECONDS)

    @contextmanager
    def unless(self, disturbed: Callable[[], bool]) -> Iterator[None]:
        """Raises DisturbedError in the block when that comes to be, however long it has to wait for answers."""
        self._disturbed = disturbed
        try:
            yield
        finally:
            self._disturbed = None

    @property
    def helps(self) -> bool:
        """Whether the processes still answer; else all is found out here, where nobody looks who waits."""
        return self._crew is not None

    def keys(self, items: Sequence[Statement] | Sequence[Text]) -> Sequence[Keys]:
        """The keys of each."""
        return self._shared([*items], KEYS_A_SHARE, HERE.keys)

    def compare(self, couples: Sequence[Couple]) -> Sequence[ClaimPair | None]:
        """What the two of each couple are to each other."""
        return self._shared([*couples], COUPLES_A_SHARE, HERE.compare)

    def _shared(
        self,
        items: list[Any],
        sizes: tuple[int, int],
        here: Callable[[list[Any]], Sequence[T]],
    ) -> Sequence[T]:
        least, most = sizes
        if self._crew is None or len(items) <= least:
            return here(items)
        size = max(least, min(most, -(-len(items) // self._width)))
        shares = {
            Ticket(next(self._numbers), WHOLE): items[at : at + size]
            for at in range(0, len(items), size)
        }
        found = self._gathered(list(shares), lambda ticket: _bare(shares[ticket]))
        return [
            one
            for ticket, share in shares.items()
            for one in (found[ticket] if ticket in found else here(share))
        ]

    def _gathered(
        self,
        tickets: list[Ticket],
        share: Callable[[Ticket], list[Any]],
        seconds: float | None = None,
    ) -> dict[Ticket, Any]:
        """What came of shares; those that came to nothing are left out, and nobody is asked again who is gone."""
        found: dict[Ticket, Any] = {}
        left, out = tickets[::-1], set[Ticket]()
        try:
            while self._crew and (left or out):
                while left and len(out) < SHARES_AHEAD * self._width:
                    self._crew.hand(left[-1], share(left[-1]))
                    out.add(left.pop())
                # Not for ever: whoever waits holds the store.
                ticket, said = self._answer(self._crew, seconds or ANSWER_SECONDS)
                if said[:1] == STOP:
                    self._crew = None
                elif ticket in out:  # and none of a transaction that was broken off
                    out.remove(ticket)
                    if said[:1] == READ:
                        found[ticket] = pickle.loads(said[1:])
        except OnrecordError:
            self._crew = None
        return found

    def _answer(self, crew: Crew, seconds: float) -> tuple[Ticket, bytes]:
        until = time.monotonic() + seconds
        while True:
            if self._disturbed is not None and self._disturbed():
                raise DisturbedError
            try:
                return crew.answer(LOOK_SECONDS if self._disturbed else seconds)
            except NobodyAnswersError:
                if time.monotonic() >= until:
                    raise


def _bare(share: list[Any]) -> list[Any]:
    """Without what was found out about them here and without the other claims of their articles, each that comes
    twice once."""
    seen: dict[int, Any] = {}

    def alone(article: StatedArticle) -> StatedArticle:
        if id(article) not in seen:
            seen[id(article)] = replace(article, claims=(), overruled=())
        return cast("StatedArticle", seen[id(article)])

    def bare(item: Any) -> Any:
        if isinstance(item, tuple):
            return tuple(map(bare, item))
        if id(item) not in seen:
            plain = isinstance(item, Text)
            article = alone(item.article)
            seen[id(item)] = Text(article) if plain else Statement(item.claim, article)
        return seen[id(item)]

    return [bare(item) for item in share]


@contextmanager
def working(choice: Choice | None, articles: int) -> Iterator[Work]:
    """Who works for weighing so many articles: the processes that a person chose for reading, or this one."""
    if choice is None or articles < MIN_ARTICLES or (choice.jobs == 1 and choice.cluster is None):
        yield HERE
        return
    with ExitStack() as stack:
        work = HERE
        with suppress(OnrecordError):  # of a cluster that is gone by now; all that it read is saved
            work = CrewWork(stack.enter_context(closing(crew_of(choice, weigher))))
        yield work
