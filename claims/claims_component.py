"""Claims as a spaCy component: detection and resolution on a doc that somebody else parsed; by which
name spaCy finds it stands in spacy_factories.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.tokens import Doc

from claims.detect.component import DetectComponent
from claims.errors import UsageError
from claims.ids import text_name
from claims.model import Article, Reading, Versions
from claims.pipeline import BATCH_ARTICLES, claims_of, header_of


class ClaimsComponent:
    """Writes doc._.onrecord_reading and a span group a part; reads doc._.onrecord_article where
    that is set."""

    def __init__(self, model: str, versions: Versions) -> None:
        self._detect, self._versions = DetectComponent(model), versions

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one doc."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = BATCH_ARTICLES) -> Iterator[Doc]:
        """Annotate docs in batches, in order; raises UsageError where a doc has no parse."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            articles = [_article(doc) for doc in batch]
            headers = [header_of(article) for article in articles]
            entities = [doc.ents if doc.has_annotation("ENT_IOB") else None for doc in batch]
            for doc, header in zip(batch, headers, strict=True):
                doc._.onrecord_furniture = header.furniture
            done = self._detect.pipe(batch, batch_size=len(batch))
            for doc, article, header, own in zip(done, articles, headers, entities, strict=True):
                claims = claims_of(doc, doc._.onrecord_attributions, article, header)
                doc._.onrecord_reading = Reading(article, header, claims, self._versions)
                if own is not None:
                    doc.ents = own  # the detector's entities were for resolving alone
                yield doc


def _article(doc: Doc) -> Article:
    """The article that the user set, else one of the doc's text; raises UsageError."""
    if not (doc.has_annotation("DEP") and doc.has_annotation("TAG")):
        raise UsageError(
            "onrecord_claims needs tags and a parse; add it behind the tagger and parser of an English model"
        )
    given: Article | None = doc._.onrecord_article
    if given is None:
        return Article(text_name(doc.text), doc.text)
    if given.text != doc.text:
        raise UsageError(f"{given.doc}: doc._.onrecord_article has another text than the doc")
    return given
