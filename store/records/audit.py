"""How claims are spread over time, outlets and sources: one set of numbers for every chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

AuditTable = Literal["time", "sources", "labels", "decided", "reasons", "speakers", "concentration"]
"""time: claims by period; sources: by what speaks; labels: by verdict; decided: by
what a verdict rests on; reasons: of unnamed ones, why;
speakers: the most quoted; concentration: what share of the named claims the ten most quoted have."""
ORIGINAL, COPY = "original", "copy"
REVIEWER = "reviewer"
"""A verdict that rests on a reviewer's decision."""
NO_REASON = "none"
"""An unnamed source of which the article says nothing more."""
UNRESOLVED = "unresolved"
"""A person or body whose name the machine could not settle."""
NOBODY = "nobody"
"""No word names or describes a source."""
NAMED_SOURCES = ("person", "organisation", "state", "document", "outlet", "joint")
SOURCES = (*NAMED_SOURCES, "group", "unnamed", UNRESOLVED, NOBODY)
"""What a claim's source is, the named ones first; a group is a class of people, such as critics."""
TOP_TEN = "top ten"
TOP = 10
"""How many speakers the concentration is of."""


@dataclass(frozen=True)
class AuditFigure:
    """So many claims, of so many, in one row of one table."""

    table: AuditTable
    what: str
    claims: int
    of: int
    """All claims that the share is of."""
    outlet: str | None = None
    """None where the article names none, and over all outlets."""
    over_all: bool = True
    """Whether it is over all outlets."""
    period: str | None = None
    """A day, month or year; "" for articles without a date."""

    @property
    def share(self) -> float:
        """Of 1."""
        return self.claims / self.of if self.of else 0.0
