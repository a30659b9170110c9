"""What a page shows, as frozen values; how it is found stands in cli/jobs/report.py, how it looks
in templates/."""

from __future__ import annotations

from dataclasses import dataclass

Facts = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Segment:
    """A stretch of a paragraph: part is claim, cue, source or ""; first where its label stands."""

    text: str
    part: str = ""
    first: bool = False


@dataclass(frozen=True)
class ClaimView:
    """One claim in its context."""

    id: str
    anchor: str
    speaker: str
    when: str
    outlet: str
    title: str
    link: str | None
    label: str | None
    copy_of: str | None
    before: bool
    """Whether the article goes on before the shown paragraph."""
    after: bool
    segments: tuple[Segment, ...]
    chain: tuple[str, ...]
    """From the speaker to the outlet."""
    facts: tuple[str, ...]
    reasons: tuple[str, ...]
    decisions: tuple[str, ...]
    """What people decided about it, in words."""
    citation: str


@dataclass(frozen=True)
class Leaf:
    """A claim within the evidence tree."""

    id: str
    claim: str
    """Its whole id."""
    anchor: str
    stance: str
    """What its speaker does with the words, where that is more than saying so."""
    quote: str
    where: str
    copy_of: str | None
    reason: str


@dataclass(frozen=True)
class Branch:
    """Claims that lead back to one origin, or that stand aside."""

    title: str
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True)
class PropositionView:
    """A proposition with its evidence tree."""

    id: str
    quote: str
    label: str
    besides: str
    """Unnamed, contested, by a reviewer's decision."""
    origins: str
    channels: str
    reasons: tuple[str, ...]
    branches: tuple[Branch, ...]
    pairs: tuple[str, ...]
    conflicts: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """Where something stands, in the units of its drawing."""

    x: float
    y: float


@dataclass(frozen=True)
class Mark(Place):
    """What stands at one place of the timeline."""

    shape: str
    """original, copy or denial."""
    count: int
    title: str


@dataclass(frozen=True)
class Timeline:
    """Marks by day and outlet; lanes and ticks carry their labels."""

    width: int
    height: int
    left: int
    lanes: tuple[tuple[float, str], ...]
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...]
    summary: str


@dataclass(frozen=True)
class Bar(Place):
    """A part of a drawing; shade is how dark, from 0 to 1, letter what stands in it."""

    width: float
    height: float
    shade: float
    title: str
    letter: str = ""


@dataclass(frozen=True)
class Label(Place):
    """Words in a drawing; anchor is SVG's."""

    text: str
    anchor: str = "start"


@dataclass(frozen=True)
class Chart:
    """A drawing with what it says in words and the table of its numbers."""

    id: str
    title: str
    summary: str
    height: int
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    legend: str = ""


@dataclass(frozen=True)
class Report:
    """A whole page."""

    title: str
    subject: str
    """claim, speaker or check."""
    made: str
    facts: Facts
    propositions: tuple[PropositionView, ...]
    claims: tuple[ClaimView, ...]
    timeline: Timeline | None
    method: Facts
    cut: str
    """What is not shown, "" where all is."""
    charts: tuple[Chart, ...] = ()
    """Whom the claims come from; of a check alone."""
