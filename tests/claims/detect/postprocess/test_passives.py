"""Whoever is accused, asked or told says nothing, and nobody is taken for his own accuser."""

from __future__ import annotations

import pytest

from claims import engine
from claims.detect.postprocess.layout import Page, claim
from claims.detect.postprocess.passives import mended
from claims.model import Attribution, Span

pytestmark = pytest.mark.model
"""The parse alone is asked."""


def marked(text: str, source: str, cue: str, content: str) -> Attribution:
    """What the step makes of one attribution, its parts given by their words."""

    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    with (nlp := engine.load()).select_pipes(disable=["onrecord_detect"]):
        page = Page(text, nlp(text), ())
    (out,) = mended(page, [claim([span(content)], [span(cue)], [span(source)], why="made")])
    return out


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "said"),
    [
        ("Anders Lunde, 20, is accused of firing at a crowd.", "Anders Lunde", "is accused",
         "of firing at a crowd", ["Anders Lunde", "of firing at a crowd"]),
        ("Lena Frost was arrested and charged with setting the fire.", "Lena Frost", "charged",
         "with setting the fire", ["Lena Frost", "with setting the fire"]),
        ("Jon Hale, who was accused of robbing a shop, fled.", "who", "was accused",
         "of robbing a shop", ["of robbing a shop"]),
        ("Dana Orr was asked whether she would run again.", "Dana Orr", "was asked",
         "whether she would run again", ["whether she would run again"]),
        ("Sven Aker was told that the quay would close.", "Sven Aker", "was told",
         "that the quay would close", ["that the quay would close"]),
    ],
)  # fmt: skip
def test_the_subject_of_a_passive_verb_is_no_source(
    text: str, source: str, cue: str, content: str, said: list[str]
) -> None:
    found = marked(text, source, cue, content)
    assert found.source == ()
    assert [text[s.start : s.end] for s in found.content] == said


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor was quoted as saying the quay would close.", "The mayor", "was quoted as saying",
         "the quay would close"),
        ("Tomas Reyle was accused by the town of theft.", "the town", "was accused by", "of theft"),
        ("The town accused Tomas Reyle of theft.", "The town", "accused", "Tomas Reyle of theft"),
    ],
)  # fmt: skip
def test_whoever_speaks_in_a_passive_sentence_stays_the_source(
    text: str, source: str, cue: str, content: str
) -> None:
    assert marked(text, source, cue, content).source != ()
