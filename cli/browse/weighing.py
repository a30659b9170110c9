"""Verdicts brought up to date behind the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from claims.errors import OnrecordError
from cli.browse.desk import Desk

if TYPE_CHECKING:
    from store.store import Store


class Weigher:
    """Weighs what waits, in a worker thread; once at a time."""

    def __init__(
        self, desk: Desk, store: Store, weigh: Callable[[], object] | None, weighed: Callable[[], None]
    ) -> None:  # fmt: skip
        self._desk, self._store, self._weigh, self._weighed = desk, store, weigh, weighed
        self.is_busy = False

    def weigh_if_stale(self) -> None:
        """Begins, where verdicts are behind; `weighed` is called when they are up to date."""
        self._desk.app.run_worker(self._work, thread=True, group="weigh")

    def _work(self) -> None:
        if self._weigh is None or self.is_busy:
            return
        try:
            if self._store.corroboration.is_stale():
                self.is_busy = True
                self._weigh()
                self.is_busy = False
                self._desk.app.call_later(self._weighed)
        except OnrecordError as error:
            self.is_busy = False
            self._desk.app.call_later(self._desk.complain, str(error))
