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
    from store import Store
    from store.corroboration.repository import TableShelf

FIRST_ARTICLES, MAX_ARTICLES = 1, 200
"""Articles of the first portion, and at the most: more share look-ups, fewer hold the lock for less."""
PORTION_SECONDS = 0.4
"""Seconds by which a portion is cut: another process, such as a person judging, waits about so long."""
UNDISTURBED_SECONDS = 2.0
"""Seconds after which a transaction of several portions ends though nobody waits, who is looked for after each."""
OBJECTS_PER_COLLECTION = 50_000
"""New objects after which memory is searched for circles."""
ARTICLES_PER_STOCK_TAKING = 500
"""Articles after which the database takes stock of itself, and makes its index of words one piece: a second at a
million claims, which no single judgement waits for."""


def bring_up_to_date(
    store: Store, seconds: float = PORTION_SECONDS, choice: Choice | None = None
) -> bool:
    """Weighs what changed since; True where anything did. Interrupted, it goes on where it
    stopped. choice: of the processes that help where much waits."""
    if not store.corroboration.is_stale():
        return False
    from claims.corroborate.incremental import grow
    from cli.jobs.weighing_crew import working

    weighed, portions = 0, Portions(FIRST_ARTICLES, seconds, MAX_ARTICLES)
    with _seldom_collected(), working(choice, store.corroboration.waiting()) as work:

        def weigh(shelf: TableShelf) -> int:
            start, total = time.monotonic(), 0
            while taken := _timed(portions, lambda: grow(shelf, portions.size, work)):
                total += taken
                if time.monotonic() - start > UNDISTURBED_SECONDS or shelf.somebody_waits():
                    break
            return total

        while taken := store.corroboration.weigh(weigh):
            weighed += taken
    if weighed >= ARTICLES_PER_STOCK_TAKING:
        store.corroboration.take_stock()
        store.corroboration.put_together()
    return True


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
