"""The network's named entities: spans of words from tags, written to a doc; no network here."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from claims.detect.entities import KINDS, entity_spans, write_entities

TAGS = 1 + 2 * len(KINDS)


def spans(tags: list[int]) -> list[tuple[int, int, str]]:
    return list(entity_spans(np.eye(TAGS, dtype=np.float32)[tags]))


@pytest.mark.parametrize(
    "tags, found",
    [
        ([0, 1, 2, 0], [(1, 3, "PERSON")]),
        ([1, 1], [(0, 1, "PERSON"), (1, 2, "PERSON")]),
        ([1, 2, 3, 4], [(0, 2, "PERSON"), (2, 4, "ORG")]),
        ([0, 6, 6], [(1, 3, "GPE")]),
        ([1, 4, 4], [(0, 1, "PERSON"), (1, 3, "ORG")]),
        ([7], [(0, 1, "NORP")]),
        ([], []),
    ],
)
def test_an_entity_begins_at_its_first_tag_and_at_every_change_of_kind(
    tags: list[int], found: list[tuple[int, int, str]]
) -> None:
    assert spans(tags) == found


@given(st.lists(st.integers(0, TAGS - 1), max_size=40))
def test_entities_cover_every_tagged_word_once_and_no_other(tags: list[int]) -> None:
    covered = [word for start, end, _ in spans(tags) for word in range(start, end)]
    assert covered == [place for place, tag in enumerate(tags) if tag]


def test_entities_found_stand_in_the_doc_with_their_kinds() -> None:
    doc = spacy.blank("en")("Ana Pell of Ostrel spoke.")
    write_entities(doc, [(0, 8, "PERSON"), (12, 18, "GPE")])
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Ana Pell", "PERSON"),
        ("Ostrel", "GPE"),
    ]
