"""An article of our own in the manner of the agencies' press, from its date line to the credit at
its foot."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.model import Article, Claim, Reading, text_of
from claims.pipeline import Pipeline

pytestmark = pytest.mark.model
TEXT = (Path(__file__).parent / "data" / "press.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def reading(pipeline: Pipeline) -> Reading:
    (found,) = pipeline.read([Article("press.txt", TEXT)])
    return found


def _claim(reading: Reading, words: str) -> Claim:
    (claim,) = [c for c in reading.claims if words in text_of(TEXT, c.content)]
    return claim


@pytest.mark.parametrize(
    "words,speaker,via",
    [
        ("has survived every change", "Otto Brask", None),
        ("could carry gas within three years", "Peter Lindqvist", "Norland Herald"),
        ("will begin in the spring", "Peter Lindqvist", "Norland Herald"),
        ("A loan of $200 million", "Peter Lindqvist", "Norland Herald"),
        ("Estara had asked for a lower price", "Dalia Renhart", None),
        ("is ready to sign the contract", "Otto Brask", "Norland Herald"),
    ],
)
def test_claims_lead_to_their_speaker_and_intermediary(
    reading: Reading, words: str, speaker: str, via: str | None
) -> None:
    """Surnames, pronouns and "the daily" resolve to what the article names."""
    claim = _claim(reading, words)
    assert (claim.speaker.name, claim.via) == (speaker, via)


def test_a_carried_over_intermediary_is_marked_inferred(reading: Reading) -> None:
    """The interview is named once; later claims of it say that they infer it."""
    assert [_claim(reading, w).chain[0].inferred for w in ("three years", "in the spring")] == [
        False,
        True,
    ]


def test_a_denial_is_no_assertion(reading: Reading) -> None:
    """The cue decides the stance."""
    assert _claim(reading, "lower price").stance.stance == "deny"


def test_the_date_line_and_the_credit_are_never_claimed(reading: Reading) -> None:
    """They are read as header and foot instead."""
    words = " ".join(text_of(TEXT, c.cue + c.source + c.content) for c in reading.claims)
    assert "QARAVA" not in words and "AFP" not in words
    assert reading.header.dateline is not None
    assert (reading.wire, reading.header.dateline.place, reading.published) == (
        "AFP",
        "QARAVA",
        "2026-02-11",
    )
