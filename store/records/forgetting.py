"""What can be forgotten, and what forgetting it takes with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ForgettableKind = Literal["article", "speaker", "outlet", "decision"]
FORGETTABLE: tuple[ForgettableKind, ...] = ("article", "speaker", "outlet", "decision")


@dataclass(frozen=True)
class Forgettable:
    """One thing that can be forgotten, by its kind and id; a name that only decisions hold has none."""

    kind: ForgettableKind
    id: str
    name: str
    """What it is called, as far as the one who asks has said it."""


@dataclass(frozen=True)
class ForgettingRecord:
    """What goes with one thing that is forgotten, and where its words stand still."""

    kind: ForgettableKind
    name: str
    articles: int
    claims: int
    decisions: int
    speakers: int
    outlets: int
    stands_in: tuple[str, ...] = ()
    """Articles, by doc, that stay and hold the same text, or the name."""
