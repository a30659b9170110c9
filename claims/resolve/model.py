"""What resolution hands on. Finding speakers does not belong here."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model import Link, Speaker


@dataclass(frozen=True)
class Resolution:
    """Who one attribution's source is, who passed the words on, and whether it stands inside another's content."""

    speaker: Speaker
    chain: tuple[Link, ...] = ()
    nested: bool = False
