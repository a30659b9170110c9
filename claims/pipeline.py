"""Articles in, readings out: header, detection, resolution and stance put together; no step is
written here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain, islice
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
from claims.view import View, restored, view_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from claims.resolve.model import Resolution

BATCH_ARTICLES = 16
"""Articles in flight."""
ARTICLES_TOGETHER = 4
"""Of these, how many are parsed together; more gain nothing."""
CONFIDENCE_DIGITS = 4
"""Of a confidence."""


@dataclass(frozen=True)
class _Seen:
    """An article, and what is read of it; no view of one in another language."""

    article: Article
    meant: Article
    view: View | None
    header: Header
    cut: list[Span]
    docs: list[Doc]


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
        """A reading for each article, in order; raises ModelError where there are articles and a model is missing.

        batch_size: articles in flight, one at least.
        """
        stream, in_flight = iter(articles), max(1, batch_size)
        few = min(ARTICLES_TOGETHER, in_flight)
        groups = (
            list(map(self._seen, some)) for some in iter(lambda: list(islice(stream, few)), [])
        )
        first = next(groups, None)
        if first is None:
            return  # what loads no model takes no time
        nlp = engine.load(self._spacy_model, self._detector)
        every = chain([first], groups)
        with closing(annotated(nlp, every, _docs_of, in_flight // few - 1)) as done:
            for group, docs in done:
                for seen in group:
                    yield self._reading(seen, list(islice(docs, len(seen.docs))))

    def _seen(self, article: Article) -> _Seen:
        """The article as it is read: damaged text as it was meant, and in pieces."""
        if article.unread_language:
            return _Seen(article, article, None, Header(), [], [])
        view = view_of(article.text)
        meant = article if view.same else replace(article, text=view.text)
        header, cut = header_of(meant), pieces(meant.text)
        docs = [self._doc(meant.text, header, piece) for piece in cut]
        return _Seen(article, meant, view, header, cut, docs)

    def _doc(self, text: str, header: Header, piece: Span) -> Doc:
        nlp = engine.load(self._spacy_model, self._detector)
        doc = tokenized(nlp, text[piece.start : piece.end])
        doc._.onrecord_furniture = clip(header.furniture, piece)
        return doc

    def _reading(self, seen: _Seen, parts: list[Doc]) -> Reading:
        """What is kept of an article; of one in another language nothing is."""
        if seen.view is None:
            return Reading(seen.article, Header(), (), self.versions)
        doc, attributions = _one(parts, seen.cut)
        # As it is shown: who asks for what a list says of a claim gets that claim.
        attributions = [
            attribution
            for attribution in attributions
            if round(attribution.confidence, CONFIDENCE_DIGITS) >= self._min_confidence
        ]
        claims = claims_of(doc, attributions, seen.meant, seen.header)
        found = restored(
            Reading(seen.meant, seen.header, claims, self.versions), seen.view, seen.article.text
        )
        return found if seen.view.same else replace(found, article=seen.article)


def _docs_of(group: list[_Seen]) -> list[Doc]:
    return [doc for seen in group for doc in seen.docs]


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
