"""What resolution hands on. Finding speakers does not belong here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from claims.model import Link, Setting, Speaker

NO_SETTING = Setting()


class Guess(NamedTuple):
    """Who a pronoun or a description may stand for: the best name, the next best, how sure, and
    why."""

    name: str
    kind: str
    confidence: float
    reason: str
    runner_up: str | None = None


@dataclass(frozen=True)
class Resolution:
    """Who one attribution's source is, who passed the words on, and whether it stands inside
    another's content."""

    speaker: Speaker
    chain: tuple[Link, ...] = ()
    nested: bool = False
    setting: Setting = NO_SETTING
