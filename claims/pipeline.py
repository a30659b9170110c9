"""Articles in, readings out: header, detection, resolution and stance put together; no step is
written here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from claims import engine
from claims.detect.furniture import furniture
from claims.detect.kind import kind_of
from claims.detect.manifest import DEFAULT
from claims.detect.quotations import spoken_positions
from claims.detect.saying import saying_of
from claims.detect.stance import stance_of
from claims.long_runs import tokenized
from claims.model import Article, Attribution, Claim, Header, Reading, Span, Versions
from claims.outlet import read_header
from claims.parsing import annotated
from claims.resolve import resolve
from claims.text_pieces import clip, joined, pieces, shift
from claims.tokens import text_of
from claims.view import restored, view_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claims.resolve.model import Resolution

BATCH_ARTICLES = 16
"""Articles in flight."""
CONFIDENCE_DIGITS = 4
"""Of a confidence."""


class Pipeline:
    """Reads articles; loads its models once, at the first article.

    detector is "fast", "accurate" or a folder of weights. Claims below min_confidence (0 to 1) are
    left out.
    """

    def __init__(
        self,
        spacy_model: str | None = None,
        *,
        detector: str = DEFAULT,
        min_confidence: float = 0.0,
    ) -> None:
        self._spacy_model, self._detector = spacy_model, detector
        self._min_confidence = min_confidence

    @property
    def versions(self) -> Versions:
        """What the readings depend on; raises ModelError where a model is missing."""
        return engine.versions(engine.load(self._spacy_model, self._detector), self._detector)

    def read(
        self, articles: Iterable[Article], *, batch_size: int = BATCH_ARTICLES
    ) -> Iterator[Reading]:
        """A reading for each article, in order; raises ModelError where a model is missing."""
        stream = iter(articles)
        while batch := list(islice(stream, batch_size)):
            english = [article for article in batch if not article.unread_language]
            read = self._read_english(english) if english else iter(())
            for article in batch:
                yield self._unread(article) if article.unread_language else next(read)

    def _read_english(self, batch: list[Article]) -> Iterator[Reading]:
        """A reading for each article, whose damaged text is read as it was meant."""
        views = [view_of(article.text) for article in batch]
        seen = [
            article if view.same else replace(article, text=view.text)
            for article, view in zip(batch, views, strict=True)
        ]
        headers = [header_of(article) for article in seen]
        docs = self._parse(seen, headers)
        for i, parsed in enumerate(docs):
            reading = self._reading(seen[i], headers[i], parsed)
            found = restored(reading, views[i], batch[i].text)
            yield found if views[i].same else replace(found, article=batch[i])

    def _parse(
        self, batch: list[Article], headers: list[Header]
    ) -> Iterator[tuple[Doc, list[Attribution]]]:
        """What each article holds."""
        nlp = engine.load(self._spacy_model, self._detector)
        cuts = [pieces(article.text) for article in batch]
        todo: list[Doc] = []
        for article, header, cut in zip(batch, headers, cuts, strict=True):
            for piece in cut:
                doc = tokenized(nlp, article.text[piece.start : piece.end])
                doc._.onrecord_furniture = clip(header.furniture, piece)
                todo.append(doc)
        done = annotated(nlp, todo)
        yield from (_one(list(islice(done, len(cut))), cut) for cut in cuts)

    def _unread(self, article: Article) -> Reading:
        """What is kept of an article in another language."""
        return Reading(article, Header(), (), self.versions)

    def _reading(
        self, article: Article, header: Header, parsed: tuple[Doc, list[Attribution]]
    ) -> Reading:
        doc, attributions = parsed
        # As it is shown: who asks for what a list says of a claim gets that claim.
        attributions = [
            attribution
            for attribution in attributions
            if round(attribution.confidence, CONFIDENCE_DIGITS) >= self._min_confidence
        ]
        return Reading(
            article, header, claims_of(doc, attributions, article, header), self.versions
        )


def claims_of(
    doc: Doc, attributions: list[Attribution], article: Article, header: Header
) -> tuple[Claim, ...]:
    """What the attributions of one article claim, in order, with speaker, kind and stance."""
    quoted = spoken_positions(article.text)
    resolutions = resolve(doc, attributions, article, header)
    claims = (_claim(doc, a, r, quoted) for a, r in zip(attributions, resolutions, strict=True))
    return tuple(sorted(claims, key=lambda claim: min(claim.cue + claim.source + claim.content)))


def header_of(article: Article) -> Header:
    """The article's own header, with the lines of its page that are no part of it."""
    header = read_header(article.text, article.title, article.published)
    return replace(header, furniture=joined((*header.furniture, *furniture(article.text))))


def _one(parts: list[Doc], cut: list[Span]) -> tuple[Doc, list[Attribution]]:
    """The pieces of an article as one doc."""
    attributions = [
        _moved(attribution, piece)
        for part, piece in zip(parts, cut, strict=True)
        for attribution in part._.onrecord_attributions
    ]
    return parts[0] if len(parts) == 1 else _joined(parts), attributions


def _joined(parts: list[Doc]) -> Doc:
    from spacy.tokens import Doc

    whole = Doc.from_docs(parts, ensure_whitespace=False, exclude=["user_data"])  # type: ignore[call-arg]
    assert whole is not None  # from_docs gives None for an empty list alone
    return whole


def _moved(attribution: Attribution, piece: Span) -> Attribution:
    by = piece.start
    return replace(
        attribution,
        cue=shift(attribution.cue, by),
        source=shift(attribution.source, by),
        content=shift(attribution.content, by),
        same_as=shift(attribution.same_as, by),
    )


def _claim(doc: Doc, attribution: Attribution, resolution: Resolution, quoted: bytearray) -> Claim:
    text = text_of(doc)
    stance, kind = stance_of(text, attribution), kind_of(attribution.content, text, quoted)
    return Claim(
        cue=attribution.cue,
        source=attribution.source,
        content=attribution.content,
        kind=kind,
        stance=stance,
        saying=saying_of(doc, attribution, stance, kind),
        speaker=resolution.speaker,
        chain=resolution.chain,
        setting=resolution.setting,
        nested=resolution.nested,
        confidence=round(attribution.confidence, CONFIDENCE_DIGITS),
        reasons=(
            *attribution.reasons,
            *attribution.doubts,
            *resolution.speaker.reasons,
            stance.reason,
        ),
    )
