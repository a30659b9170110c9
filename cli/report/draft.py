"""What the page of a draft shows, as frozen values; how it is found stands in cli/jobs/proof_page.py,
how it looks in templates/."""

from __future__ import annotations

from dataclasses import dataclass

from cli.report.model import Facts
from cli.rows.proof import PieceLine


@dataclass(frozen=True)
class Flag:
    """A finding as it is told apart: by number, sign and colour."""

    number: int
    anchor: str
    sign: str
    look: str
    """The class of its colour and line."""
    verdict: str
    """In words."""


@dataclass(frozen=True)
class Stretch:
    """A run of a paragraph; look is that of the innermost finding it stands in, flags are those that
    begin with it."""

    text: str
    look: str = ""
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True)
class Shown:
    """A passage of the record in its paragraph."""

    before: str
    words: str
    after: str
    in_marks: bool
    """Whether the words stand in quotation marks there."""
    who: str
    where: tuple[str, ...]
    """Outlet, day and title."""
    id: str
    """Of the claim; "" for the article's own words."""
    near: str
    """How near it is, where that is all that was found."""


@dataclass(frozen=True)
class Card:
    """What the record holds of one finding."""

    flag: Flag
    who: str
    is_clean: bool
    comparison: tuple[PieceLine, ...]
    places: tuple[Shown, ...]
    is_found: bool
    """False where the places are only the nearest ones."""
    stands_on: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """A paragraph of the draft, and what was found of what begins in it."""

    stretches: tuple[Stretch, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class DraftView:
    """One draft."""

    anchor: str
    title: str
    tally: str
    by_verdict: tuple[tuple[Flag, tuple[Flag, ...]], ...]
    """A verdict, which is the first that has it, and all that have it."""
    blocks: tuple[Block, ...]
    why_none: str
    """Why nothing was looked up, where that is so."""


@dataclass(frozen=True)
class DraftPage:
    """A whole page."""

    title: str
    made: str
    facts: Facts
    drafts: tuple[DraftView, ...]
