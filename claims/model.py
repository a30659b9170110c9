"""The words of the domain as frozen dataclasses; its closed lists stand in rules/vocabulary.py.

What a room hands to another belongs here; how it is found, stored or shown does not.
Offsets are Unicode code points of the article's text, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from claims.rules.vocabulary import Kind, Polarity, StanceName

Precision = Literal["day", "week", "month", "year"]
SpeakerKind = Literal[
    "person", "unnamed", "organisation", "group", "state", "document", "outlet", "joint", "none"
]


class Span(NamedTuple):
    """A stretch of an article's text, in code points, end exclusive."""

    start: int
    end: int


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class OutletFacts:
    """What is known of a publisher, and from where."""

    kind: str = ""
    """newspaper, agency, broadcaster, magazine, online, …; "" where unknown."""
    domain: str = ""
    owner: str = ""
    """Who owns it; an unknown outlet is its own owner."""
    source: str = ""


@dataclass(frozen=True)
class Article:
    """One text as published, exactly as read, with what the user or the file said about it."""

    doc: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    """ISO 8601 date or time, as given."""
    author: str | None = None
    wire: str | None = None
    outlet_facts: OutletFacts | None = None
    """What the file says of the outlet, where it was exported with that."""
    warnings: tuple[str, ...] = ()
    """What reading had to change or doubt, such as replaced NULs; one line each."""


@dataclass(frozen=True)
class Evidence:
    """The words of the article that show something."""

    span: Span
    text: str


@dataclass(frozen=True)
class Inferred:
    """A value read from the article's own header or foot, with the words that show it."""

    value: str
    evidence: Evidence


@dataclass(frozen=True)
class Dateline:
    """The place and date line; date is ISO 8601 or None."""

    place: str | None
    date: str | None
    evidence: Evidence


@dataclass(frozen=True)
class Header:
    """What an article's header and foot say, and the stretches that are never claims."""

    outlet: Inferred | None = None
    wire: Inferred | None = None
    byline: tuple[Inferred, ...] = ()
    dateline: Dateline | None = None
    credits: tuple[Inferred, ...] = ()
    """Every agency credited, the wire included ("Additional reporting by Reuters")."""
    furniture: Spans = ()


@dataclass(frozen=True)
class Attribution:
    """One attribution as spans: what is claimed, the words that attribute it, the words that name
    who."""

    cue: Spans
    source: Spans
    content: Spans
    confidence: float
    reasons: tuple[str, ...] = ()
    """Why a rule added or changed it; empty where the detector alone found it."""
    same_as: Spans = ()
    """Words that name the speaker elsewhere, where the claim itself names nobody."""
    doubts: tuple[str, ...] = ()
    """What the detector was unsure of."""


@dataclass(frozen=True)
class Stance:
    """What the cue does with the content."""

    stance: StanceName = "assert"
    polarity: Polarity = "positive"
    hedged: bool = False
    reason: str = field(default="", compare=False)
    """Which words decided it."""


@dataclass(frozen=True)
class Link:
    """An intermediary of a chain: who passed the words on, and the words that show it."""

    intermediary: str
    evidence: Evidence | None
    inferred: bool = False
    """True where the link was carried over from an earlier claim of the same interview."""


@dataclass(frozen=True)
class Speaker:
    """Who a source is; name is None for unnamed, group, joint and unresolved sources."""

    kind: SpeakerKind
    name: str | None = None
    members: tuple[str, ...] = ()
    mention: str = ""
    """The source as written, "" where the claim has none."""
    affiliation: str | None = None
    principal: str | None = None
    """The body or person that a spokesman speaks for."""
    declared_count: int | None = None
    """3 for "three people familiar with the matter"."""
    confidence: float = 1.0
    inferred: bool = False
    """True where no word of the claim names the source."""
    reasons: tuple[str, ...] = ()
    runner_up: str | None = None
    """Who else it might be: the next best, or the best where none was sure enough."""


@dataclass(frozen=True)
class SaidOn:
    """When something was said: an ISO 8601 date, or its first part where only the month or year is
    known."""

    date: str
    precision: Precision
    evidence: Evidence


@dataclass(frozen=True)
class Setting:
    """When, where, by what means and to whom something was said; none of it is an intermediary."""

    said_on: SaidOn | None = None
    channel: Inferred | None = None
    """Such as tweet, statement, interview."""
    venue: Inferred | None = None
    """Such as news conference, rally in Norland."""
    audience: Inferred | None = None
    """Such as donors, reporters."""


@dataclass(frozen=True)
class Claim:
    """In article A, outlet O reports that speaker S, as passed on by the chain's intermediaries,
    said the content."""

    cue: Spans
    source: Spans
    content: Spans
    kind: Kind
    stance: Stance
    speaker: Speaker
    chain: tuple[Link, ...] = ()
    """Intermediaries, the one nearest the speaker first; never the wire or the outlet."""
    nested: bool = False
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    setting: Setting = Setting()

    @property
    def via(self) -> str | None:
        """The intermediary nearest the speaker."""
        return self.chain[0].intermediary if self.chain else None


@dataclass(frozen=True)
class Versions:
    """What produced a reading; recorded with every run."""

    onrecord: str
    spacy_model: str
    detector: str
    detector_digest: str


@dataclass(frozen=True)
class Reading:
    """An article with everything that was found in it."""

    article: Article
    header: Header
    claims: tuple[Claim, ...]
    versions: Versions | None = None

    @property
    def outlet(self) -> str | None:
        """The publisher: the given one, else the inferred one."""
        return self.article.outlet or (self.header.outlet.value if self.header.outlet else None)

    @property
    def wire(self) -> str | None:
        """The agency credited: the given one, else the inferred one."""
        return self.article.wire or (self.header.wire.value if self.header.wire else None)

    @property
    def published(self) -> str | None:
        """ISO 8601: the given date, else the dateline's."""
        return self.article.published or (
            self.header.dateline.date if self.header.dateline else None
        )

    @property
    def byline(self) -> tuple[str, ...]:
        """Writers: the given author, else those that the text names."""
        if self.article.author:
            return (self.article.author,)
        return tuple(item.value for item in self.header.byline)

    def text_of(self, spans: Spans) -> str:
        """The words of a claim's content, cue or source, joined by " … " where they are apart."""
        return text_of(self.article.text, spans)


def text_of(text: str, spans: Spans) -> str:
    """The words of the spans, joined by " … " where they are apart."""
    return " … ".join(text[start:end] for start, end in spans)


@dataclass(frozen=True)
class Failure:
    """An input that could not be read: what, where, next step."""

    where: str
    what: str
    next_step: str = field(default="")

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f"; {self.next_step}" if self.next_step else "")
