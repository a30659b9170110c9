"""Where a source ends that a day stands behind. No model."""

from __future__ import annotations

import pytest
import spacy

from claims.detect.postprocess.layout import Page
from claims.detect.postprocess.source_boundaries import without_day
from claims.detect.postprocess.taken_words import context_of
from claims.model import Attribution, Span

NLP = spacy.blank("en")


def source(text: str, written: str) -> str:
    """The source of a claim, where so much was marked as it."""
    end, cue = len(written), text.index("said")
    found = Attribution((Span(cue, cue + 4),), (Span(0, end),), (Span(cue + 5, len(text)),), 0.9)
    page = Page(text, NLP(text))
    (kept,) = without_day(page, found, context_of(page, [found])).source
    return text[slice(*kept)]


@pytest.mark.parametrize("day", ["today", "yesterday", "this morning", "last night"])
def test_the_day_on_which_it_was_said_is_no_part_of_the_source(day: str) -> None:
    assert source(f"Tarn Metals {day} said it would close.", f"Tarn Metals {day}") == "Tarn Metals"


@pytest.mark.parametrize("name", ["Harbour Today", "Today", "today"])
def test_a_name_that_ends_in_a_day_stays_whole(name: str) -> None:
    assert source(f"{name} said it would close.", name) == name
