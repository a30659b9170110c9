"""Web archives that the processes which read open and cut themselves, a part at a time and the next while one is read;
what they cannot cut is cut here, and the same comes of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from cli.jobs.in_order import InOrder
from cli.jobs.reading_process import Errand

if TYPE_CHECKING:
    from claims.read.archive_parts import Cut, Part
    from claims.read.options import Item, ReadOptions
    from cli.jobs.pipelines import Reader


class ArchivesElsewhere:
    """Those of one run, as claims.read.options.Elsewhere asks for them."""

    def __init__(self) -> None:
        self._crew: InOrder | None = None
        self._begun: dict[str, tuple[Part, int]] = {}
        """Parts that somebody cuts of files that are read later, by path."""

    def use(self, machine: Reader) -> ArchivesElsewhere:
        """Lets these processes cut, where there are any."""
        self._crew = machine if isinstance(machine, InOrder) else None
        return self

    def begin(self, path: str, options: ReadOptions) -> bool:
        """Lets one begin with a file that will be read soon; False where none does."""
        from claims.read.archive_parts import cut, first_part

        if self._crew is not None and path not in self._begun:
            part = first_part(path, options)
            self._begun[path] = part, self._crew.ask(Errand(cut, part))
        return path in self._begun

    def items(self, path: str, options: ReadOptions) -> Iterator[Item] | None:
        """What they find in a file, in order; None where none reads it."""
        if self._crew is None or not self.begin(path, options):
            return None
        return self._items(self._crew, *self._begun.pop(path))

    def _items(self, crew: InOrder, part: Part, asked: int) -> Iterator[Item]:
        from claims.read.archive_parts import cut, rest_of

        while True:
            done: Cut | None = crew.asked(asked)
            if done is None:
                yield from rest_of(part)
                return
            if done.following is not None:
                part = replace(part, place=done.following)
                asked = crew.ask(Errand(cut, part))
            yield from done.items
            if done.following is None:
                return
