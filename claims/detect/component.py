"""The detector as a spaCy component; by which name spaCy finds it stands in factory.py."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import filter_spans

from claims.detect.detector import Detection, Detector
from claims.detect.entities import write_entities
from claims.detect.postprocess import postprocess
from claims.detect.repair import repair
from claims.model import Attribution
from claims.tokens import numbers

PARTS = ("cue", "source", "content")


class DetectComponent:
    """Reads doc._.onrecord_furniture, writes doc._.onrecord_attributions and a span group a
    part."""

    def __init__(self, model: str) -> None:
        self.detector = Detector(model)

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one doc."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 16) -> Iterator[Doc]:
        """Annotate docs in batches, in order."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            with self.ahead(batch) as annotated:
                yield from annotated

    @contextmanager
    def ahead(self, docs: Sequence[Doc]) -> Iterator[Iterator[Doc]]:
        """The docs annotated, one after the other. The network works on their words from here on; they may be
        parsed until the first is asked for."""
        with self.detector.ahead(docs, [doc._.onrecord_furniture for doc in docs]) as found:
            yield map(annotated, docs, found)


def annotated(doc: Doc, found: Detection) -> Doc:
    """The doc with what is found in it."""
    if found.entities is not None:
        write_entities(doc, found.entities)
    attributions = repair(doc, found.attributions)
    annotate(doc, postprocess(doc, attributions, doc._.onrecord_furniture))
    return doc


def annotate(doc: Doc, attributions: list[Attribution]) -> None:
    """Write the attributions to the doc."""
    doc._.onrecord_attributions = attributions
    for part in PARTS:
        spans = {span for attribution in attributions for span in getattr(attribution, part)}
        tokens = {numbered for s, e in spans if (numbered := numbers(doc, s, e))}
        labelled = [Span(doc, first, last, label=part) for first, last in sorted(tokens)]
        doc.spans[f"onrecord_{part}"] = SpanGroup(doc, spans=filter_spans(labelled))
