"""Hands articles to a crew of processes a few at a time and gives what they read in order; what goes wrong with one
article stays with it. Whose processes they are, and how they are spoken to, the crew knows."""

from __future__ import annotations

import pickle
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field
from itertools import chain, count, islice
from typing import Any, NamedTuple, Protocol

from claims.errors import OnrecordError
from claims.model import Article, Failure, Reading, Versions
from cli.jobs.article_failure import failure_of
from cli.jobs.frames import READ, STOP
from cli.jobs.reading_process import Errand

ARTICLES_PER_SHARE, LATER_ARTICLES_PER_SHARE = 4, 8
"""Articles that a process is handed at a time: few at first, so that a few go to many processes; then more, for each
share has its price on the way."""
SHARES_AHEAD = 2
"""Shares that are out at a time, for each process: the next one lies ready when it is done with one."""
SHARES_KEPT = 8
"""Shares that are out or wait for an earlier one, for each process: bounds memory."""
WHOLE = -1
"""The place of a share as it is first handed out; its articles have places from 0 when they go out one by one."""
ERRAND = -2
"""The place of what is no share, and not tried again."""

OTHER_MODELS = (
    "processes read with different models ({}, and {}); install the same ones on every machine"
)


class NobodyAnswersError(OnrecordError):
    """Nobody has answered in the time that somebody waits."""


class Ticket(NamedTuple):
    """What is handed out: the number of a share, and the place of its article where that goes alone; the lower, the
    sooner it is wanted."""

    share: int
    place: int


class Crew(Protocol):
    """Processes that read what they are handed, in any order."""

    @property
    def width(self) -> int:
        """How many read at a time."""
        ...

    def hand(self, ticket: Ticket, share: list[Any]) -> None:
        """Takes a share; raises OnrecordError where nobody can read it."""
        ...

    def answer(self, seconds: float | None = None) -> tuple[Ticket, bytes]:
        """Waits for the next share that is done with: what its process said of it, as in frames.py;
        raises OnrecordError where nothing can be read any more, NobodyAnswersError where it takes longer."""
        ...

    @property
    def has_answer(self) -> bool:
        """Whether a share is done with already, so that nobody would wait for it."""
        ...

    def close(self) -> None:
        """Lets the processes go."""
        ...


@dataclass
class _Share:
    articles: list[Article]
    found: dict[int, Reading | Failure] = field(default_factory=dict)

    @property
    def done(self) -> bool:
        return len(self.found) == len(self.articles)


class InOrder:
    """Reads with a crew; the results are those of one process, in the same order.

    A share that fails, or whose process dies or takes too long, is handed out again one article at a time, once: who
    fails alone is the failure.
    """

    def __init__(self, crew: Crew) -> None:
        self.crew = crew
        self._numbers = count()
        self._shares: OrderedDict[int, _Share] = OrderedDict()
        self._first = 0
        """Shares of this stream that are still to be small."""
        self._versions: Versions | None = None
        self._done_errands: dict[int, Any] = {}

    def ask(self, errand: Errand) -> int:
        """Hands out an errand, and gives the number by which to ask for what comes of it; raises OnrecordError where
        nobody can do it."""
        number = next(self._numbers)
        self.crew.hand(Ticket(number, ERRAND), [errand])
        return number

    def asked(self, number: int) -> Any:
        """Waits for what came of an errand, once; None where it failed. Raises OnrecordError where nothing can be done
        any more."""
        while number not in self._done_errands:
            self._take(*self.crew.answer())
        return self._done_errands.pop(number)

    def read(self, articles: Iterable[Article]) -> Iterator[Reading | Failure]:
        """A reading for each article or why there is none; raises OnrecordError where none can be read."""
        return chain.from_iterable(self.read_ready(articles))

    def read_ready(self, articles: Iterable[Article]) -> Iterator[list[Reading | Failure]]:
        """The same, each time as many as are done by then: whoever is slow to take them gets more at once."""
        stream = iter(articles)
        self._shares.clear()  # of a stream that was given up; answers to them are not waited for
        self._first = SHARES_AHEAD * self.crew.width
        more, over = True, None
        while True:
            if over is None:
                more, over = self._hand_out(stream, more)
            if done := list(self._done()):
                yield done
            elif over is not None:
                raise over
            elif self._shares:
                over = self._take_ready()
            elif not more:
                return

    def _hand_out(self, stream: Iterator[Article], more: bool) -> tuple[bool, OnrecordError | None]:
        """Hands out what may be; gives whether there is more, and why there will be none, as below."""
        try:
            while more and self._may_hand():
                size = ARTICLES_PER_SHARE if self._first > 0 else LATER_ARTICLES_PER_SHARE
                self._first -= 1
                more = self._hand(list(islice(stream, size)))
        except OnrecordError as error:
            return more, error
        return more, None

    def _take_ready(self) -> OnrecordError | None:
        """Waits for an answer and takes those that lie behind it; gives why there will be no more, which is said when
        all that came before is out."""
        try:
            self._take(*self.crew.answer())
            while self._shares and self.crew.has_answer:
                self._take(*self.crew.answer())
        except OnrecordError as error:
            return error
        return None

    def _done(self) -> Iterator[Reading | Failure]:
        while self._shares and (first := next(iter(self._shares.values()))).done:
            self._shares.popitem(last=False)
            yield from (first.found[place] for place in range(len(first.articles)))

    def _may_hand(self) -> bool:
        if not self._shares:
            return True  # of a crew that has gone too: whoever waits for an answer hears of it
        out = sum(not share.done for share in self._shares.values())
        width = self.crew.width
        return out < SHARES_AHEAD * width and len(self._shares) < SHARES_KEPT * width

    def _hand(self, articles: list[Article]) -> bool:
        if articles:
            number = next(self._numbers)
            self._shares[number] = _Share(articles)
            self.crew.hand(Ticket(number, WHOLE), articles)
        return bool(articles)

    def _take(self, ticket: Ticket, said: bytes) -> None:
        kind, what = said[:1], pickle.loads(said[1:])
        if kind == STOP:
            raise what
        if ticket.place == ERRAND:
            self._done_errands[ticket.share] = what[0] if kind == READ else None
            return
        share = self._shares.get(ticket.share)
        if share is None:
            return
        place = max(ticket.place, 0)
        if kind == READ:
            found = {
                at: Reading(share.articles[at], *parts) for at, parts in enumerate(what, place)
            }
            for reading in found.values():
                self._check(reading.versions)
            share.found |= found
        elif ticket.place == WHOLE:
            for place, article in enumerate(share.articles):
                self.crew.hand(Ticket(ticket.share, place), [article])
        else:
            share.found[place] = failure_of(share.articles[place], what)

    def _check(self, versions: Versions | None) -> None:
        """Raises OnrecordError where models differ: which of them reads an article is a matter of chance."""
        self._versions = self._versions or versions
        if versions != self._versions:
            raise OnrecordError(OTHER_MODELS.format(_said(versions), _said(self._versions)))


def _said(versions: Versions | None) -> str:
    return " ".join(astuple(versions)) if versions else "one without a name"
