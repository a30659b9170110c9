"""Brings the weighing up to date: what changed goes through claims.corroborate and back, a batch a
transaction."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cli.jobs.choice import Choice
from cli.jobs.write_batches import Portions

if TYPE_CHECKING:
    from store import Store

FIRST_ARTICLES, MAX_ARTICLES = 1, 200
"""Articles weighed in the first transaction, and at the most: more share look-ups, fewer hold the
lock for less."""
TRANSACTION_SECONDS = 0.4
"""Seconds that a transaction may take: another process, such as a person judging, waits no
longer."""
OBJECTS_PER_COLLECTION = 50_000
"""New objects after which memory is searched for circles."""
ARTICLES_PER_STOCK_TAKING = 500
"""Articles after which the database takes stock of itself."""


def bring_up_to_date(
    store: Store, seconds: float = TRANSACTION_SECONDS, choice: Choice | None = None
) -> bool:
    """Weighs what changed since; True where anything did. Interrupted, it goes on where it
    stopped. choice: of the processes that help where much waits."""
    if not store.corroboration.is_stale():
        return False
    from claims.corroborate.incremental import grow
    from cli.jobs.weighing_crew import working

    weighed, portions = 0, Portions(FIRST_ARTICLES, seconds, MAX_ARTICLES)
    with _seldom_collected(), working(choice, store.corroboration.waiting()) as work:
        while True:
            start = time.monotonic()
            taken = store.corroboration.weigh(lambda shelf: grow(shelf, portions.size, work))
            portions.took(taken, time.monotonic() - start)
            weighed += taken
            if not taken:
                break
    if weighed >= ARTICLES_PER_STOCK_TAKING:
        store.corroboration.take_stock()
    return True


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
