"""Who speaks, through whom, when and where, over short articles of our own
(tests/data/speakers.txt)."""

from __future__ import annotations

import pytest

from tests.claims.resolve.passages import Passage, faults, passages, resolved

pytestmark = pytest.mark.model


@pytest.mark.parametrize("passage", passages(), ids=lambda passage: passage.name)
def test_every_claim_of_a_passage_has_its_speaker_and_its_way(nlp, passage: Passage) -> None:  # type: ignore[no-untyped-def]
    """Speaker, kind, members, principal, number, intermediaries and setting, as far as the passage
    names them."""
    found = resolved(nlp, passage)
    assert [faults(*pair) for pair in zip(found, passage.expected, strict=True)] == [[]] * len(
        found
    )
