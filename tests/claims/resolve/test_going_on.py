"""Whose words a quotation is that nobody introduces: the last speaker's, but not for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.model import Article, Attribution, Header, Span, Speaker
from claims.resolve import resolve

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model
FIRST = "Ilse Varga said the ferry runs."
NEXT = "“The bridge is shut as well.”"


def _next_speaker(nlp: Language, between: str, cue: str = "") -> Speaker:
    text = FIRST + between + NEXT
    said = text.index("said")
    first = Attribution((Span(said, said + 4),), (Span(0, 10),), (Span(said + 5, 30),), 1.0)
    start = len(FIRST + between)
    at = text.rindex(cue) if cue else 0
    cues = (Span(at, at + len(cue)),) if cue else ()
    second = Attribution(cues, (), (Span(start, len(text)),), 1.0)
    return resolve(nlp(text), [first, second], Article("a", text), Header())[1].speaker


@pytest.mark.parametrize("between", [" ", "\n\n", " The square was full of people. "])
def test_it_is_the_last_speakers(nlp: Language, between: str) -> None:
    assert _next_speaker(nlp, between).name == "Ilse Varga"


@pytest.mark.parametrize(
    "between", ["\n\nThe square was full.\n\n", " The square was full." * 60 + " "]
)
def test_beyond_a_paragraph_or_a_long_way_it_is_nobodys(nlp: Language, between: str) -> None:
    assert _next_speaker(nlp, between).name is None


def test_where_a_cue_stands_without_a_source_nobody_is_guessed(nlp: Language) -> None:
    assert _next_speaker(nlp, " It was added: ", "added").name is None
