"""Which claims of the record say what a passage of a draft says in other words, and in what they depart from
it; how alike two contents are measures claims/corroborate/matching."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from claims.corroborate.matching.comparison import compare
from claims.corroborate.matching.content import Content, read_claim
from claims.corroborate.matching.features import features_of
from claims.corroborate.matching.pair_model import likelihood, undivided
from claims.corroborate.matching.term_weights import mass
from claims.corroborate.model import StatedArticle, StatedClaim
from claims.model import Reading, Span
from claims.proof.frames import Frame, of_draft
from claims.proof.model import Passage, RecordedArticle, RecordedClaim
from claims.proof.wording import Wording, wording_of
from claims.proof.words import words_of

DRAFT = "draft"
"""The id under which a draft's own claim is compared."""


NEARLY_ALL, BEHIND = 0.7, 0.3
"""Of a passage's weight, from which a claim has nearly all of it, and share of that below which others are too
far behind to be told beside it."""


@dataclass(frozen=True)
class Near:
    """A claim of the record beside a passage of a draft."""

    article: RecordedArticle
    claim: RecordedClaim
    likely: float
    """That the two say the same, from 0 to 1, but for numbers, times and negations."""
    covered: float
    """Share of the passage's weight that the claim's content has."""


@dataclass(frozen=True)
class Said:
    """A passage of a draft as claims are compared."""

    reading: Reading
    passage: Passage

    @cached_property
    def article(self) -> StatedArticle:
        """The draft."""
        given = self.reading.article
        return StatedArticle(
            DRAFT, given.doc, given.text, self.reading.outlet, self.reading.wire, (), (),
            self.reading.published, (),
        )  # fmt: skip

    @cached_property
    def claim(self) -> StatedClaim:
        """The passage as a claim."""
        voice, claim = self.passage.voice, self.passage.claim
        start, end = self.passage.span
        parts = claim.content if claim and self.passage.form == "indirect" else ()
        cut = ((max(start, part.start), min(end, part.end)) for part in parts)
        spans = tuple(Span(*part) for part in cut if part[0] < part[1]) or (self.passage.span,)
        quote = self.reading.text_of(spans)
        return StatedClaim(
            id=DRAFT, article_id=DRAFT, quote=quote, content=(self.passage.span,),
            speaker=voice.name, speaker_kind=voice.kind, members=voice.members,
            mention=voice.mention, principal=voice.principal, affiliation=voice.affiliation,
            declared_count=None, chain=voice.via,
            kind="indirect" if self.passage.form == "indirect" else "direct",
            stance=claim.stance.stance if claim else "assert",
            polarity=claim.stance.polarity if claim else "positive",
            hedged=bool(claim and claim.stance.hedged), nested=False,
        )  # fmt: skip

    @cached_property
    def content(self) -> Content:
        """What it says."""
        return read_claim(self.claim, self.article, appraised=False)

    @cached_property
    def mass(self) -> float:
        """How much its words weigh together."""
        return mass(self.content.bag)

    @cached_property
    def wording(self) -> Wording:
        """Its words as they are fitted."""
        return wording_of(self.reading.article.text, self.passage.span)

    @cached_property
    def cue_keys(self) -> list[str]:
        """The words by which the draft gives it to somebody."""
        claim, text = self.passage.claim, self.reading.article.text
        cue = " ".join(text[start:end] for start, end in claim.cue) if claim else ""
        return [word.key for word in words_of(cue)]

    @cached_property
    def frame(self) -> Frame:
        """What the draft does with it."""
        text = self.reading.article.text
        return of_draft(text, self.passage.claim, self.passage.span, whole=True)


class Sharing(NamedTuple):
    """A claim of the record that shares words with a passage; whether it says the same is not looked at yet."""

    held: float
    """How much the words weigh that both have."""
    article: RecordedArticle
    at: int
    """Which of its claims it is."""


def sharing(said: Said, among: Iterable[tuple[RecordedArticle, int]]) -> list[Sharing]:
    """The claims among these that share words with the passage, those that share most of its weight first."""
    bag = said.content.bag
    shared = [
        Sharing(mass(words), article, at)
        for article, at in among
        if (words := bag & article.stems[at])
    ]
    return sorted(shared, key=lambda one: -one.held)


def of_the_record(said: Said, shared: Iterable[Sharing]) -> Iterator[Sharing]:
    """Those of them that no filter leaves out, without those far behind one that has nearly all of the passage."""
    # A figure tells as much as words do, and has no weight here.
    whole, least = math.inf if said.content.figures else said.mass, 0.0
    for one in shared:
        if one.held < least:
            return
        if one.article.claims[one.at].counts:
            least = max(least, BEHIND * one.held if one.held >= NEARLY_ALL * whole else 0.0)
            yield one


def near(said: Said, one: Sharing) -> Near | None:
    """How nearly a claim says what the passage says; None where no sentence of one fits one of the other."""
    claim, content = one.article.claims[one.at], one.article.contents[one.at]
    agreement = compare(said.claim, said.content, claim.stated, content, differing=False)
    if agreement is None:
        return None
    features = undivided(features_of(agreement, said.claim, claim.stated))
    covered = mass(said.content.bag & content.bag) / said.mass if said.mass else 0.0
    return Near(one.article, claim, likelihood(features), covered)
