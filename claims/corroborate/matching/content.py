"""What a claim's content says, sentence by sentence, with what stands around it.

Sentences are read in segments.py; two contents are compared in comparison.py; which claims are
joined is decided in pair_model.py.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property

from claims.corroborate.matching.appraisals import Appraisal, appraisals
from claims.corroborate.matching.segments import Segment, segments_of
from claims.corroborate.matching.term_weights import plain_text, square, stems_of, topic_of
from claims.corroborate.model import StatedArticle, StatedClaim

MAX_CONTEXT_CHARACTERS = 300
"""On each side of a content: about a paragraph of news."""


@dataclass(frozen=True)
class Content:
    """A claim's content read once, for all comparisons."""

    segments: tuple[Segment, ...]
    words: tuple[str, ...]
    bag: frozenset[str]
    said: date | None = None
    """The day of the article."""
    around: str = ""
    """The paragraph that the content stands in."""
    article: tuple[str, str] = ("", "")
    """Id and text."""
    appraisals: tuple[Appraisal, ...] = ()
    """Whose act it rejects."""

    @cached_property
    def square(self) -> float:
        """Squared weights of its stems."""
        return square(self.bag)

    @cached_property
    def context(self) -> tuple[frozenset[str], float]:
        """Stems of the paragraph, and their squared weights."""
        stems = stems_of(self.around)
        return stems, square(stems)

    @cached_property
    def topic(self) -> tuple[frozenset[str], float]:
        """The article's most telling stems, and their squared weights."""
        return topic_of(*self.article)

    @cached_property
    def word_set(self) -> frozenset[str]:
        """Every word once, folded."""
        return frozenset(self.words)

    @cached_property
    def letters(self) -> frozenset[str]:
        """Its runs of four letters, blanks between words among them."""
        plain = " ".join(self.words)
        return frozenset(plain[at : at + 4] for at in range(len(plain) - 3))

    @cached_property
    def figures(self) -> frozenset[str]:
        """The figures of all its sentences."""
        return frozenset(figure for segment in self.segments for figure in segment.figures)

    @cached_property
    def dates(self) -> frozenset[str]:
        """The times of all its sentences."""
        return frozenset(date for segment in self.segments for date in segment.dates)

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of names in all its sentences."""
        return frozenset(name for segment in self.segments for name in segment.names)

    @cached_property
    def in_quotes(self) -> tuple[str, ...]:
        """The words that quotation marks enclose."""
        pairs = (
            pair
            for segment in self.segments
            for pair in zip(segment.words, segment.quoted, strict=True)
        )
        return tuple(word for word, quoted in pairs if quoted)

    @cached_property
    def matcher(self) -> SequenceMatcher[str]:
        """Finds in these words the longest run of others."""
        return SequenceMatcher(None, (), self.words, autojunk=False)


def read_claim(claim: StatedClaim, article: StatedArticle, *, appraised: bool = True) -> Content:
    """The claim's content with the words around it, the article's topic and day; appraised: with whose act it
    rejects, of use to who decides on two claims alone."""
    content = read_content(claim.quote, claim.kind)
    spans = claim.content
    around = _paragraph(article.text, spans[0].start, spans[-1].end) if spans else ""
    return replace(
        content,
        said=_day(article.published),
        around=around,
        article=(article.id, article.text),
        appraisals=appraisals(claim, article.text) if appraised else (),
    )


def read_content(quote: str, kind: str = "indirect") -> Content:
    """The content's segments; never fails: an empty quote has none."""
    segments = segments_of(plain_text(quote), kind)
    return Content(
        segments,
        tuple(word for segment in segments for word in segment.words),
        frozenset(word for segment in segments for word in segment.bag),
    )


def _paragraph(text: str, start: int, end: int) -> str:
    """The paragraph of the span, so far as it stands near."""
    first = max(text.rfind("\n", 0, start) + 1, start - MAX_CONTEXT_CHARACTERS)
    last = text.find("\n", end)
    return text[first : min(last if last >= 0 else len(text), end + MAX_CONTEXT_CHARACTERS)]


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
