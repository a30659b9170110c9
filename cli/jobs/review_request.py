"""What one call of `review` asks for, as data; what becomes of it stands in review_options.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Orders:
    """The options of one call; None or False where not given."""

    status: str | None = None
    speaker: str | None = None
    stance: str | None = None
    chain: tuple[str, ...] | None = None
    content: Sequence[str] | None = None
    source: Sequence[str] | None = None
    cue: Sequence[str] | None = None
    same_as: str | None = None
    not_same: str | None = None
    same_origin: str | None = None
    other_origin: str | None = None
    outlet: str | None = None
    wire: str | None = None
    read: bool | None = None
    add: bool = False

    @property
    def any(self) -> bool:
        """Whether anything is to be decided."""
        return any(
            getattr(self, f.name) not in (None, False) or (f.name == "read" and self.read is False)
            for f in fields(self)
        )

    @property
    def on_article(self) -> bool:
        """Whether the id is an article's."""
        return self.outlet is not None or self.wire is not None or self.read is not None


@dataclass(frozen=True)
class Request:
    """What one call of `review` asks for."""

    orders: Orders
    next_one: bool
    undo: bool
    redo: bool
    note: str
    reviewer: str | None

    @property
    def is_one_thing(self) -> bool:
        """Whether it asks for one thing: the next claim, a step back or forth, or a decision."""
        return sum((self.next_one, self.undo, self.redo, self.orders.any)) == 1
