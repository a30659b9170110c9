"""`store.corroboration`: what waits to be weighed, and what weighing reads and writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlalchemy import Connection

from store.corroboration import stated
from store.corroboration.repository import TableShelf
from store.corroboration.supposed import Supposed
from store.counts.keep import settle
from store.database.again import in_transaction
from store.database.search import put_together
from store.database.session import give_room, take_stock, writing
from store.decisions import without
from store.doors.door import Door, reads, streams, writes
from store.queue import queue
from store.scratch import trying_out

T = TypeVar("T")


class Corroboration(Door):
    """The queue of articles to be weighed, and the repository that weighing works on."""

    is_stale = reads(queue.is_stale)
    waiting = reads(queue.count)
    resting_on_decisions = reads(without.count)
    stated_articles = streams(stated.stream_stated)
    take_stock = writes(take_stock)
    put_together = writes(put_together)

    @contextmanager
    def repository(self) -> Iterator[TableShelf]:
        """What weighing reads and writes, in one transaction: all that was weighed in it is kept or
        nothing."""
        with writing(self._engine, self._location) as connection:
            give_room(connection)
            yield TableShelf(connection)
            settle(connection)

    def weigh(self, weighing: Callable[[TableShelf], T]) -> T:
        """What a weighing gives, in such a transaction; begun anew where a server broke it off."""

        def change(connection: Connection) -> T:
            give_room(connection)
            result = weighing(TableShelf(connection))
            settle(connection)
            return result

        return in_transaction(self._engine, self._location, change)

    @contextmanager
    def without_decisions(self) -> Iterator[Supposed]:
        """The store without people's decisions, to be weighed and read; nothing of it is kept. Others
        wait to write as long, unless it could only be read."""
        with trying_out(self._engine, self._location) as connection:
            give_room(connection)
            yield Supposed(connection)
