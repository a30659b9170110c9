"""Kinds of saying are told apart on whole sentences, and what claims nothing is told only where that is
nearly sure."""

from __future__ import annotations

import pytest

from claims.detect.saying import NAMES, probabilities, saying_of
from claims.detect.stance import stance_of
from claims.model import Article, Attribution, Claim, Span
from claims.pipeline import Pipeline

pytestmark = pytest.mark.model
SENTENCES = [
    ("statement", "Ms. Oduya said the lock is shut.", "the lock is shut"),
    ("statement", "The report shows that the toll doubled in May.", "the toll doubled"),
    ("statement", "Prosecutors accused Tomas Reyle of setting the fire.", "of setting the fire"),
    ("statement", "The mayor denied that he had met the builder.", "he had met the builder"),
    ("attitude", "Ms. Krag believes that the bridge is safe.", "the bridge is safe"),
    ("attitude", "Many residents fear that the harbour will close.", "the harbour will close"),
    ("intention", "The board plans to sell the old mine.", "to sell the old mine"),
    ("intention", "The minister promised to lower the toll.", "to lower the toll"),
    ("demand", "The union called on the board to raise wages.", "raise wages"),
    ("demand", "Reporters asked whether the lock would open.", "the lock would open"),
]


def claim_about(pipeline: Pipeline, text: str, words: str) -> Claim:
    """The claim whose content holds the words."""
    (reading,) = pipeline.read([Article("a", text)])
    at = text.index(words)
    return next(c for c in reading.claims if any(s <= at < e for s, e in c.content))


@pytest.mark.parametrize(("saying", "text", "words"), SENTENCES)
def test_each_sentence_has_its_kind(pipeline: Pipeline, saying: str, text: str, words: str) -> None:
    """In made-up words."""
    assert claim_about(pipeline, text, words).saying == saying


def test_an_act_claims_nothing(pipeline: Pipeline) -> None:
    """Nobody says anything by arresting somebody."""
    from claims import engine

    text = "The harbour police arrested him on Monday, near the old lock."
    with (nlp := engine.load()).select_pipes(disable=["onrecord_detect"]):
        doc = nlp(text)
    act = Attribution((Span(19, 27),), (Span(0, 18),), (Span(28, 31),), 0.5)
    assert text[19:27] == "arrested" and text[28:31] == "him"
    assert saying_of(doc, act, stance_of(text, act), "indirect") == "none"


def test_without_a_parse_the_stance_tells_the_kind(pipeline: Pipeline) -> None:
    """So nothing is kept from anybody for want of one."""
    from spacy.lang.en import English

    text = "Krag urged the board to act."
    one = Attribution((Span(5, 10),), (Span(0, 4),), (Span(11, 27),), 0.9)
    assert saying_of(English()(text), one, stance_of(text, one), "indirect") == "demand"


def test_chances_are_of_every_kind_and_add_up(pipeline: Pipeline) -> None:
    """Also where nothing that was learned is shown."""
    chances = probabilities({"never seen": 1.0})
    assert list(chances) == list(NAMES)
    assert sum(chances.values()) == pytest.approx(1.0)
