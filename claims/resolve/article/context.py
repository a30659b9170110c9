"""What is known of one article while its sources are resolved; no order of resolvers here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.model import Article, Attribution, Header, Span, SpeakerKind
from claims.resolve.article import first_person
from claims.resolve.article.affiliations import Affiliations
from claims.resolve.article.documents import Works
from claims.resolve.article.publisher import publisher
from claims.resolve.article.salience import Focus, in_quotes
from claims.resolve.coreference.turn_labels import TurnLabels
from claims.resolve.mentions.index import Index
from claims.resolve.provenance.told import told_media
from claims.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

MAX_SENTENCE_CHARACTERS = 1_000
"""Before and behind the words that attribute; what goes on longer has lost its full stops."""


class ArticleContext:
    """An article's mentions and names, with the state that changes from source to source."""

    def __init__(
        self, doc: Doc, attributions: Sequence[Attribution], article: Article, header: Header
    ) -> None:
        self.doc, self.text = doc, text_of(doc)
        self.attributions = attributions
        self.index = Index(doc, attributions)
        self.quoted = in_quotes(self.text)
        self.sentences = _sentence_starts(doc)
        self.focus = Focus(doc, self.index, self.quoted, self.sentences)
        self.works = Works(self.index)
        self.turns = TurnLabels(self.text, self.index)
        self.affiliations = Affiliations(self.index)
        self.source_starts = [span.start for a in attributions for span in a.source]
        self.author = first_person.author(self.text, article, header, self.quoted)
        self.kin = first_person.kin(self.text)
        self.own_names = _own_names(article, header)
        self.publisher = publisher(self.index, attributions)
        self.told_media = told_media(self.index, attributions)
        self.last_speaker: tuple[str, SpeakerKind, int] | None = None
        """Name, kind and where the source ended, of the last named speaker so far."""
        self.last_claim: tuple[str, Attribution] | None = None
        """Who made the last claim so far, where named, and that claim."""
        self.last_unnamed = -1
        """Where the source ended, of the last person so far who spoke without a name."""
        self.being_resolved: set[int] = set()
        """Positions of the attributions on which a first person within their words waits."""
        self._note_spans(attributions)

    def _note_spans(self, attributions: Sequence[Attribution]) -> None:
        """Where the parts of all claims stand, in order."""
        self.sources = sorted((span.start, span.end) for a in attributions for span in a.source)
        spans = [span for a in attributions for span in (*a.content, *a.source)]
        self._starts, self._ends = sorted(s.start for s in spans), sorted(s.end for s in spans)
        cues = [span for a in attributions for span in a.cue]
        self._cue_starts = sorted(s.start for s in cues)
        self._cue_ends = sorted(s.end for s in cues)

    def is_cue(self, at: int) -> bool:
        """Whether a position stands within a cue: more cues begin up to it than end."""
        return bisect_right(self._cue_starts, at) > bisect_right(self._cue_ends, at)

    def is_quoted(self, at: int) -> bool:
        """Whether a position stands within quotation marks."""
        return at < len(self.quoted) and bool(self.quoted[at])

    def enclosing_spans(self, at: int) -> int:
        """How many contents and sources, of all attributions, hold a position."""
        return bisect_right(self._starts, at) - bisect_right(self._ends, at)

    def sentence(self, at: int) -> Span:
        """The sentence that holds a position, however long."""
        i = bisect_right(self.sentences, at)
        end = self.sentences[i] if i < len(self.sentences) else len(self.text)
        return Span(self.sentences[i - 1] if i else 0, end)

    def clause(self, attribution: Attribution) -> Span:
        """The sentence that holds the words that attribute, as far as a sentence goes."""
        first = (attribution.cue or attribution.source or attribution.content or (Span(0, 0),))[0]
        start, end = self.sentence(first.start)
        start = max(start, first.start - MAX_SENTENCE_CHARACTERS)
        end = min(end, first.start + MAX_SENTENCE_CHARACTERS)
        cue_end = max((s.end for s in (*attribution.cue, *attribution.source)), default=end)
        return Span(start, max(end, cue_end))


def _sentence_starts(doc: Doc) -> list[int]:
    return [s.start_char for s in doc.sents] if doc.has_annotation("SENT_START") else [0]


def _own_names(article: Article, header: Header) -> tuple[str | None, ...]:
    """The outlet and agency of the article: as given, then as its header says."""
    return (
        article.outlet,
        article.wire,
        header.outlet.value if header.outlet else None,
        header.wire.value if header.wire else None,
    )
