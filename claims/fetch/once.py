"""What is fetched once an origin, whichever thread needs it first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar

from claims.fetch.addresses import WebAddress
from claims.fetch.model import FetchError

T = TypeVar("T")


@dataclass(frozen=True)
class Way:
    """Where a request goes, and whether it may lead into an intranet."""

    address: WebAddress
    allow_private: bool


class Once(Generic[T]):
    """What is fetched once an origin, by the first thread that needs it; a failure is told again."""

    def __init__(self, fetch: Callable[[Way], T]) -> None:
        self._fetch = fetch
        self._lock = Lock()
        self._locks: dict[tuple[str, bool], Lock] = {}
        self._found: dict[tuple[str, bool], T | FetchError] = {}

    def of(self, way: Way) -> T:
        """Its origin's; raises FetchError."""
        origin = way.address.origin, way.allow_private
        with self._lock:
            lock = self._locks.setdefault(origin, Lock())
        with lock:
            if origin not in self._found:
                try:
                    self._found[origin] = self._fetch(way)
                except FetchError as error:
                    self._found[origin] = error
        found = self._found[origin]
        if isinstance(found, FetchError):
            raise found
        return found
