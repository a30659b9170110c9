"""Weighs all that waits in a store, in one call; what the command line does between two portions
stands in cli/jobs/corroborate.py."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol

from claims.corroborate.incremental import grow
from claims.corroborate.repository import Shelf


class Queue(Protocol):
    """As much of `store.corroboration` as weighing needs."""

    def is_stale(self) -> bool:
        """Whether an article waits."""
        ...

    def repository(self) -> AbstractContextManager[Shelf]:
        """What weighing reads and writes, in one transaction."""
        ...


class OpenStore(Protocol):
    """An open store, of which claims knows nothing else."""

    @property
    def corroboration(self) -> Queue:
        """Where articles wait to be weighed."""
        ...


def weigh_store(store: OpenStore) -> int:
    """Weighs the articles that were added or changed since, and gives their number; raises
    StoreError."""
    weighed = 0
    while store.corroboration.is_stale():
        with store.corroboration.repository() as shelf:
            weighed += grow(shelf)
    return weighed
