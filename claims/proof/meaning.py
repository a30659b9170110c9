"""Which claims of the record say what a passage of a draft says in other words, and in what they depart from
it; how alike two contents are measures claims/corroborate/matching."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from claims.corroborate.matching.agreement import Agreement
from claims.corroborate.matching.comparison import compare
from claims.corroborate.matching.content import Content, read_claim
from claims.corroborate.matching.features import features_of
from claims.corroborate.matching.pair_model import likelihood, undivided
from claims.corroborate.matching.term_weights import mass
from claims.corroborate.model import StatedArticle, StatedClaim
from claims.model import Reading, Span
from claims.proof.model import Passage, RecordedArticle, RecordedClaim

DRAFT = "draft"
"""The id under which a draft's own claim is compared."""


NEARLY_ALL, BEHIND = 0.7, 0.3
"""Of a passage's weight, from which a claim has nearly all of it, and share of that below which others are too
far behind to be told beside it."""
MAX_READ = 24
"""Claims that are read and compared as a whole."""


@dataclass(frozen=True)
class Near:
    """A claim of the record beside a passage of a draft."""

    article: RecordedArticle
    claim: RecordedClaim
    content: Content
    agreement: Agreement
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
        return read_claim(self.claim, self.article)


def nearest(said: Said, articles: Sequence[RecordedArticle]) -> list[Near]:
    """The claims that say most nearly what the passage says, the nearest first, among those that share most
    telling words with it."""
    found = (_compared(said, *pair) for pair in islice(_sharing(said, articles), MAX_READ))
    return sorted(filter(None, found), key=lambda n: -(n.likely + n.covered))


def _sharing(
    said: Said, articles: Sequence[RecordedArticle]
) -> Iterator[tuple[RecordedArticle, int]]:
    """The claims that share words with the passage, those that share most of its weight first."""
    bag = said.content.bag
    shared = [
        (mass(words), article, at)
        for article in articles
        for at, stems in enumerate(article.stems)
        if (words := bag & stems)
    ]
    shared.sort(key=lambda one: -one[0])
    # A figure tells as much as words do, and has no weight here.
    whole, least = math.inf if said.content.figures else mass(bag), 0.0
    for held, article, at in shared:
        if held < least:
            return
        if article.claims[at].counts:
            least = max(least, BEHIND * held if held >= NEARLY_ALL * whole else 0.0)
            yield article, at


def _compared(said: Said, article: RecordedArticle, at: int) -> Near | None:
    claim, content = article.claims[at], article.contents[at]
    agreement = compare(said.claim, said.content, claim.stated, content)
    if agreement is None:
        return None
    features = undivided(features_of(agreement, said.claim, claim.stated))
    whole = mass(said.content.bag)
    covered = mass(said.content.bag & content.bag) / whole if whole else 0.0
    return Near(article, claim, content, agreement, likelihood(features), covered)
