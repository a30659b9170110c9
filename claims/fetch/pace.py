"""One request at a time to a host, and time between two; nothing is sent here."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, RLock

from claims.fetch.model import FetchError


class Pace:
    """Whose turn it is at each origin, over all threads."""

    def __init__(self, delay_seconds: float, max_wait_seconds: float) -> None:
        self._delay, self._max_wait = delay_seconds, max_wait_seconds
        self._own: dict[str, float] = {}
        self._free_at: dict[str, float] = {}
        self._turns: defaultdict[str, RLock] = defaultdict(RLock)
        self._lock = Lock()
        self.stop = Event()
        """Set when nobody waits for answers any more."""

    @contextmanager
    def turn(self, origin: str) -> Iterator[None]:
        """The host for one request, when it is due; raises FetchError where that is too long to wait."""
        with self._lock:
            lock = self._turns[origin]
        with lock:
            self._wait(origin)
            try:
                yield
            finally:
                delay = max(self._delay, self._own.get(origin, 0.0))
                due = time.monotonic() + delay
                self._free_at[origin] = max(self._free_at.get(origin, 0.0), due)

    def slow_down(self, origin: str, seconds: float) -> None:
        """What the host asks to lie between two requests."""
        self._own[origin] = seconds

    def leave_alone(self, origin: str, seconds: float) -> None:
        """The host asks not to be asked for so long."""
        self._free_at[origin] = max(self._free_at.get(origin, 0.0), time.monotonic() + seconds)

    def _wait(self, origin: str) -> None:
        seconds = self._free_at.get(origin, 0.0) - time.monotonic()
        if seconds > self._max_wait:
            raise FetchError(
                f"its host asks to be left alone for {seconds:.0f} s", "ask again then",
                temporary=True, wait_seconds=seconds,
            )  # fmt: skip
        if self.stop.wait(max(seconds, 0.0)):
            raise FetchError("not asked any more", temporary=True)
