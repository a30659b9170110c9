"""The detector with the shipped weights, on sentences of our own.

Its scores are measured by training.evaluate, not here.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import spacy

from claims.detect.factory import NAME, register
from claims.engine import find_model
from claims.model import Span

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> Language:
    register()
    pipeline = spacy.load(find_model())
    pipeline.add_pipe(NAME, last=True)
    return pipeline


def test_plain_report(nlp: Language) -> None:
    text = "The harbour will reopen in May, Ana Lindqvist said."
    (found,) = nlp(text)._.onrecord_attributions
    assert [text[s:e] for s, e in found.source] == ["Ana Lindqvist"]
    assert [text[s:e] for s, e in found.content] == ["The harbour will reopen in May"]


def test_the_quoted_person_is_the_source(nlp: Language) -> None:
    text = "The newspaper quoted Lindqvist as saying that the harbour will reopen in May."
    (found,) = nlp(text)._.onrecord_attributions
    assert [text[s:e] for s, e in found.source] == ["Lindqvist"]


def test_furniture_is_never_part_of_a_claim(nlp: Language) -> None:
    doc = nlp.make_doc("The harbour will reopen in May, Ana Lindqvist said.")
    doc._.onrecord_furniture = (Span(0, len(doc.text)),)
    assert nlp(doc)._.onrecord_attributions == []


@pytest.mark.parametrize("text", ["", " \n", "\x00", "“" * 50, "😀 said 😀", "a" * 3000])
def test_odd_text_raises_nothing_and_spans_are_ordered(nlp: Language, text: str) -> None:
    for found in nlp(text)._.onrecord_attributions:
        for spans in (found.cue, found.source, found.content):
            assert all(0 <= s < e <= len(text) for s, e in spans)
            assert all(a.end <= b.start for a, b in pairwise(spans))
