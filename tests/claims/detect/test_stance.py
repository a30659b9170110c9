"""Stances of cues in sentences of our own.

Which words are the cue is the detector's work.
"""

from __future__ import annotations

import pytest
import spacy

from claims.detect.stance import stance_of
from claims.engine import find_model

pytestmark = pytest.mark.model
NLP = spacy.load(find_model())


@pytest.mark.parametrize(
    ("cue", "stance", "polarity"),
    [
        ("said", "assert", "positive"),
        ("vowed", "promise", "positive"),
        ("accused", "accuse", "positive"),
        ("denied", "deny", "positive"),
        ("did not deny", "deny", "negative"),
        ("declined to comment", "decline", "positive"),
        ("called for", "ask", "positive"),
        ("believes", "believe", "positive"),
        ("never promised", "promise", "negative"),
    ],
)
def test_stance(cue: str, stance: str, polarity: str) -> None:
    doc = NLP(f"The mayor {cue} it.")
    found = stance_of(list(doc[2:-2]))
    assert (found.stance, found.polarity) == (stance, polarity)
