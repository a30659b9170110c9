"""Callings before names, surnames of several people and of several words, and roles (tests/data/speakers_by_role.txt),
with the names that the detector finds."""

from __future__ import annotations

import pytest
from spacy.language import Language

from claims import engine
from tests.claims.resolve.passages import FILE, Passage, faults, passages, resolved

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def nlp() -> Language:
    return engine.load(None, "fast")


@pytest.mark.parametrize(
    "passage", passages(FILE.with_name("speakers_by_role.txt")), ids=lambda passage: passage.name
)
def test_every_claim_of_a_passage_has_its_speaker(nlp: Language, passage: Passage) -> None:
    found = resolved(nlp, passage)
    wanted = passage.expected
    assert [faults(*pair) for pair in zip(found, wanted, strict=True)] == [[]] * len(found)
