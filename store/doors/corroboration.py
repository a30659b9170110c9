"""`store.corroboration`: what waits to be weighed, and what weighing reads and writes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from store.corroboration import stated
from store.corroboration.repository import TableShelf
from store.database.session import give_room, take_stock, writing
from store.doors.door import Door, reads, streams, writes
from store.queue import queue


class Corroboration(Door):
    """The queue of articles to be weighed, and the repository that weighing works on."""

    is_stale = reads(queue.is_stale)
    waiting = reads(queue.count)
    stated_articles = streams(stated.stream_stated)
    take_stock = writes(take_stock)

    @contextmanager
    def repository(self) -> Iterator[TableShelf]:
        """What weighing reads and writes, in one transaction: all that was weighed in it is kept or
        nothing."""
        with writing(self._engine, self._location) as connection:
            give_room(connection)
            yield TableShelf(connection)
