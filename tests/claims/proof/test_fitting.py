"""Words fitted to a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Span
from claims.proof.fitting import fit
from claims.proof.wording import wording_of

WORD = st.sampled_from(("the", "ferry", "late", "was", "harbour", "again", "ferries", "#3"))


@pytest.mark.parametrize(
    ("words", "text", "places"),
    [
        ("the ferry was late", "today the ferry was late again", (1, 2, 3, 4)),
        ("the ferry was late", "the ferry again was late", (0, 1, 3, 4)),
        ("the ferry was late", "a dog slept", (None, None, None, None)),
        ("the old ferry was late", "the ferry was late", (0, None, 1, 2, 3)),
        ("the ferry … late", "the ferry of the harbour was late", (0, 1, None, 6)),
    ],
)
def test_each_word_has_the_place_where_it_fits_best(
    words: str, text: str, places: tuple[int | None, ...]
) -> None:
    """In a row where they stand so, else with what is left out or put in."""
    assert fit(words.split(), text.split()).places == places


@given(st.lists(WORD, min_size=1, max_size=8), st.lists(WORD, max_size=20), st.integers(0, 5))
def test_what_stands_around_changes_no_fit(words: list[str], text: list[str], before: int) -> None:
    """Words that are none of these gain nothing, and need not be gone through."""
    plain = fit(words, text)
    longer = fit(words, ["dog"] * before + text + ["dog"] * 3)
    assert longer.score == plain.score
    moved = tuple(None if place is None else place + before for place in plain.places)
    assert longer.places == moved or not plain.score


def test_a_gap_is_a_word_of_a_wording() -> None:
    """As the draft marks it."""
    text = "the ferry … late"
    assert wording_of(text, Span(0, len(text))).keys == ("the", "ferry", "…", "late")
