"""Brings the weighing up to date: what changed goes through claims.corroborate and back, a portion after the other;
a transaction ends when somebody waits for the store, or after a while."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cli.jobs.choice import Choice
from cli.jobs.write_batches import Portions

if TYPE_CHECKING:
    from claims.corroborate.work import Work
    from store import Store
    from store.corroboration.repository import TableShelf

FIRST_ARTICLES, MAX_ARTICLES = 1, 200
"""Articles of the first portion, and at the most: more share look-ups, fewer hold the lock for less."""
PORTION_SECONDS = 0.4
"""Seconds by which a portion is cut: another process, such as a person judging, waits about so long."""
UNDISTURBED_SECONDS = 2.0
"""Seconds by which a portion is cut, and after which its transaction ends, where all of it is given up when somebody
comes."""
TRANSACTION_SECONDS = 10.0
"""Seconds after which any other ends though nobody waits, who is looked for after each portion: keys lie all over their
index, so that each transaction writes most of a large one's pages again."""
OBJECTS_PER_COLLECTION = 50_000
"""New objects after which memory is searched for circles."""
TRANSACTIONS_AFTER_SOMEBODY = 8
"""Transactions of small portions alone after somebody came: where others write on and on, little is given up."""
ARTICLES_PER_STOCK_TAKING = 500
"""Articles after which the database takes stock of itself, and makes few of the pieces of its index of words: some
tenths of a second at a million claims, which no single judgement waits for."""


def bring_up_to_date(
    store: Store, seconds: float = PORTION_SECONDS, choice: Choice | None = None
) -> bool:
    """Weighs what changed since; True where anything did. Interrupted, it goes on where it
    stopped. choice: of the processes that help where much waits."""
    if not store.corroboration.is_stale():
        return False
    from cli.jobs.weighing_crew import working

    weighed = 0
    with _seldom_collected(), working(choice, store.corroboration.waiting()) as work:
        turns = _Turns(work, seconds)
        while (taken := turns.transaction(store)) != 0:
            weighed += taken or 0
    if weighed >= ARTICLES_PER_STOCK_TAKING:
        store.corroboration.take_stock()
        store.corroboration.put_together()
    return True


class _Turns:
    """Transactions of weighing, one after the other. Alone with the store, and with processes that help, a portion may
    take longer, for most of it is waiting for them: whoever comes is let in at the next
    look, and what it found is lost."""

    def __init__(self, work: Work, seconds: float) -> None:
        from cli.jobs.weighing_crew import CrewWork

        self._work, self._seconds = work, seconds
        self._crew = work if isinstance(work, CrewWork) else None
        self._cautious = Portions(FIRST_ARTICLES, seconds, MAX_ARTICLES)
        self._bold: Portions | None = None
        self._calm = TRANSACTIONS_AFTER_SOMEBODY
        """Transactions since somebody came."""

    def transaction(self, store: Store) -> int | None:
        """How many articles one weighed; None where it was given up."""
        from cli.jobs.weighing_crew import DisturbedError

        try:
            return store.corroboration.weigh(self._weigh)
        except DisturbedError:
            self._bold, self._calm = None, 0
            return None

    def _weigh(self, shelf: TableShelf) -> int:
        alone = self._calm >= TRANSACTIONS_AFTER_SOMEBODY and not shelf.somebody_waits()
        if self._crew is None or not self._crew.helps or not alone:
            return self._together(shelf, self._cautious, TRANSACTION_SECONDS)
        seconds = max(self._seconds, UNDISTURBED_SECONDS)
        self._bold = self._bold or Portions(self._cautious.size, seconds, MAX_ARTICLES)
        with self._crew.unless(shelf.somebody_waits):
            return self._together(shelf, self._bold, UNDISTURBED_SECONDS)

    def _together(self, shelf: TableShelf, portions: Portions, most: float) -> int:
        """Weighs portions until somebody waits, or for a while."""
        from claims.corroborate.incremental import grow

        start, total, waits = time.monotonic(), 0, False
        while taken := _timed(portions, lambda: grow(shelf, portions.size, self._work)):
            total += taken
            waits = shelf.somebody_waits()
            if waits or time.monotonic() - start > most:
                break
        self._calm = 0 if waits else self._calm + 1
        return total


def _timed(portions: Portions, weigh: Callable[[], int]) -> int:
    """How many articles were weighed; the next portion is cut by how long it took."""
    start = time.monotonic()
    taken = weigh()
    portions.took(taken, time.monotonic() - start)
    return taken


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Weighing makes many small things and no circles of them: looking for such is a seventh of its
    time."""
    former = gc.get_threshold()
    gc.set_threshold(OBJECTS_PER_COLLECTION, *former[1:])
    try:
        yield
    finally:
        gc.set_threshold(*former)
