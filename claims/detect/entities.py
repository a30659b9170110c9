"""The named entities that a network tells besides, as spaCy's own; nothing about claims."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

from claims.tokens import covering

KINDS = ("PERSON", "ORG", "GPE", "NORP")
"""Kinds that somebody reads, by spaCy's names; tag 0 is outside, kind k begins with 1 + 2k and goes
on with 2 + 2k."""


def entity_spans(logits: NDArray[np.float32]) -> Iterator[tuple[int, int, str]]:
    """Start and end, in words, and kind of each entity; logits: (words, 1 + 2 * len(KINDS))."""
    tags = [*logits.argmax(axis=1).tolist(), 0]
    start = kind = 0
    for place, tag in enumerate(tags):
        if kind and (tag % 2 or (tag + 1) // 2 != kind):
            yield start, place, KINDS[kind - 1]
            kind = 0
        if tag and not kind:
            start, kind = place, (tag + 1) // 2


def write_entities(doc: Doc, entities: list[tuple[int, int, str]]) -> None:
    """Make the stretches of code points that were found the doc's entities."""
    spans = ((covering(doc, start, end), label) for start, end, label in entities)
    doc.ents = tuple(
        Span(doc, span.start, span.end, label=label) for span, label in spans if span is not None
    )
