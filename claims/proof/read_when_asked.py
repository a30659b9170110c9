"""Things that are read when they are looked at, each once: of an article's claims a draft is compared with few."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, overload

if TYPE_CHECKING:
    from claims.model import Spans

T = TypeVar("T")


class ReadWhenAsked(Sequence[T], Generic[T]):
    """As many things as there are texts, each with its text at hand; where: where they stand."""

    def __init__(
        self,
        texts: Sequence[str],
        read: Callable[[int], T],
        where: Callable[[], Sequence[Spans]] = tuple,
    ) -> None:
        self.texts, self._read, self.where = texts, read, where
        self._known: dict[int, T] = {}

    def keep(self, at: int, thing: T) -> None:
        """What was read at a place, before it was asked for."""
        self._known[at] = thing

    def knows(self, at: int) -> bool:
        """Whether it was read."""
        return at in self._known

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if at not in self._known:
            if not 0 <= at < len(self.texts):
                raise IndexError(at)
            self._known[at] = self._read(at)
        return self._known[at]
