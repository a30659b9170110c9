"""What proof takes in and gives out, as frozen dataclasses; how it judges stands beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from claims.corroborate.matching.content import Content, read_claim
from claims.corroborate.matching.term_weights import stems_of
from claims.corroborate.model import StatedArticle, StatedClaim
from claims.detect.quotations import SpokenAsAsked
from claims.model import Claim, Span, Spans
from claims.proof.folded import FoldedText
from claims.proof.read_when_asked import ReadWhenAsked
from claims.proof.small_letters import SmallLetters
from claims.proof.words import Word, words_of
from claims.rules.vocabulary import SpeakerKind, Status
from claims.sentences import sentences

Form = Literal["quotation", "indirect"]
Verdict = Literal[
    "verbatim", "paraphrase", "altered", "differs", "other speaker", "other stance", "other time",
    "cannot tell", "not on record",
]  # fmt: skip
"""What the record holds of a passage; `differs` is indirect speech that departs from it."""
CLEAN: tuple[Verdict, ...] = ("verbatim", "paraphrase")
"""Verdicts that leave nothing to look at."""
Change = Literal[
    "number", "negation", "name", "time", "tense or person", "left out", "run together",
    "paraphrase", "stronger", "words",
]  # fmt: skip
"""In what the draft's words depart from the record's, what changes the meaning most first."""
Bearing = Literal["denied", "asked", "conditional", "hedged", "planned"]
"""What the record does with words that the draft gives as said, or the other way round."""
Sign = Literal["=", "-", "+"]
"""Words in both, in the record alone, in the draft alone."""


@dataclass(frozen=True)
class Piece:
    """A stretch of the comparison of two wordings."""

    sign: Sign
    text: str


@dataclass(frozen=True)
class Voice:
    """Whom words are given to: a name where there is one, else the words that describe somebody."""

    name: str | None
    kind: SpeakerKind = "none"
    mention: str = ""
    affiliation: str | None = None
    principal: str | None = None
    members: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    """Who passed the words on, the one nearest the speaker first."""
    confidence: float = 1.0
    """That it is who it seems to be."""

    @property
    def shown(self) -> str:
        """The name, else the members, else the words of the text."""
        return self.name or ", ".join(self.members) or self.mention


@dataclass(frozen=True)
class Passage:
    """What a draft attributes: a quotation, or indirect speech."""

    form: Form
    span: Span
    """Its words, without the marks around them."""
    sentence: Span
    claim: Claim | None
    """None for a quotation that stands in no claim of the draft's reading."""
    voice: Voice

    @property
    def is_given(self) -> bool:
        """Whether the draft gives the words to somebody; else the voice is who speaks nearest."""
        return self.claim is not None or self.form == "indirect"


@dataclass(frozen=True)
class RecordedClaim:
    """A claim of the record."""

    stated: StatedClaim
    cue: Spans
    cue_text: str
    said_on: str | None = None
    said_on_precision: str | None = None
    status: Status = "unreviewed"
    speaker_confidence: float = 1.0
    counts: bool = True
    """Whether it is of what the draft is compared with, not only among claims beside."""

    @property
    def voice(self) -> Voice:
        """Who says it."""
        s = self.stated
        return Voice(
            s.speaker, s.speaker_kind, s.mention, s.affiliation, s.principal, s.members, s.chain,
            self.speaker_confidence,
        )  # fmt: skip


@dataclass(frozen=True)
class RecordedArticle:
    """An article of the record with its claims, read once for all that is looked up in it."""

    stated: StatedArticle
    title: str | None
    claims: Sequence[RecordedClaim]
    within: Span | None = None
    """Whose words alone are looked at; None for all of them."""
    whole: RecordedArticle | None = None
    """The article of which it is a part."""

    def part(self, span: Span) -> RecordedArticle:
        """The same with the words of a stretch alone, read once for all that is looked up there."""
        if span not in self._parts:
            self._parts[span] = replace(self, within=span, whole=self.whole or self)
        return self._parts[span]

    @cached_property
    def _parts(self) -> dict[Span, RecordedArticle]:
        return {}

    @cached_property
    def quotes(self) -> Sequence[str]:
        """The words of each claim, for which none need be read."""
        if isinstance(self.claims, ReadWhenAsked):
            return self.claims.texts
        return [claim.stated.quote for claim in self.claims]

    @cached_property
    def spans(self) -> Sequence[Spans]:
        """Where each claim's content stands."""
        if self.whole:
            return self.whole.spans
        if isinstance(self.claims, ReadWhenAsked):
            return self.claims.where()
        return [claim.stated.content for claim in self.claims]

    @cached_property
    def words(self) -> Sequence[Word]:
        """Every word that is looked at, folded."""
        return words_of(self.stated.text, *self.within) if self.within else self._folded

    @cached_property
    def line(self) -> str:
        """The folded words between blanks, for looking up a run of them."""
        return f" {' '.join(self.keys)} " if self.within else self._folded.line

    @cached_property
    def _folded(self) -> FoldedText:
        return FoldedText(self.stated.text)

    @cached_property
    def contents(self) -> Sequence[Content]:
        """What each of its claims says."""
        claims, stated = self.claims, self.stated
        return ReadWhenAsked(
            self.quotes, lambda at: read_claim(claims[at].stated, stated, appraised=False)
        )

    @cached_property
    def stems(self) -> Sequence[frozenset[str]]:
        """The stems of each claim's words, without its figures."""
        return ReadWhenAsked(self.quotes, lambda at: stems_of(self.quotes[at]))

    @cached_property
    def small(self) -> SmallLetters:
        """Its text and the words of its claims in small letters."""
        return SmallLetters(self.stated.text, self.quotes)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Where its sentences stand."""
        if self.whole:
            return self.whole.sentences
        return (*sentences(self.stated.text),)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The folded words alone; of a whole article they stand in its line."""
        return tuple(word.key for word in self.words)

    @cached_property
    def quoted(self) -> SpokenAsAsked:
        """For each code point whether it stands in quotation marks."""
        if self.whole:
            return self.whole.quoted
        return SpokenAsAsked(self.stated.text)


@dataclass(frozen=True)
class Place:
    """A passage of the record, and whose words it is there."""

    article: RecordedArticle
    claim: RecordedClaim | None
    """The claim whose content holds it; None for the article's own words."""
    span: Span
    in_marks: bool
    nearness: float
    """From 0 to 1: how much of the passage's weight it holds."""

    @property
    def text(self) -> str:
        """Its words."""
        return self.article.stated.text[self.span.start : self.span.end]


@dataclass(frozen=True)
class Standing:
    """What the record holds of the proposition behind a place."""

    label: str
    origins_min: int
    origins_max: int
    contested: bool


@dataclass(frozen=True)
class Finding:
    """A passage of a draft, and what the record holds of it."""

    passage: Passage
    verdict: Verdict
    changes: tuple[Change, ...] = ()
    bearing: Bearing | None = None
    harmless: bool = False
    """Whether the words differ in nothing that anybody could mind."""
    places: tuple[Place, ...] = ()
    """What shows it, the best first; of what is not on record the nearest."""
    pieces: tuple[Piece, ...] = ()
    """The draft's words compared with those of the first place."""
    reasons: tuple[str, ...] = ()
    standing: Standing | None = None
