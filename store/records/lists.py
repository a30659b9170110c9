"""Rows of lists that are counted rather than stored: outlets, and claims by day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OutletLine:
    """An outlet with what is known of it and counts for lists; dates are days."""

    name: str
    kind: str | None
    domain: str | None
    owner: str | None
    articles: int
    claims: int
    speakers: int
    """Named ones, each once under all of its names."""
    first: str | None
    last: str | None


@dataclass(frozen=True)
class DayCount:
    """So many claims of one day, outlet and shape; day is ISO 8601, "" where no date is known."""

    day: str
    outlet: str | None
    copied: bool
    """Whether their articles copy another."""
    denies: bool
    count: int
