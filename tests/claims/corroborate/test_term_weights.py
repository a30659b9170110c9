"""Stems of a text are those of its words, wherever blanks stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.corroborate.matching.term_weights import TOKEN, plain_text, stems_of


@given(st.text(st.sampled_from("ferries, the ’s-n't 1,200.5 \n\u2003“”")) | st.text())
def test_stems_are_those_of_each_word(text: str) -> None:
    """They are found run by run, and no word crosses a blank."""
    words = TOKEN.findall(plain_text(text))
    assert stems_of(text) == frozenset[str]().union(*map(stems_of, words))


def test_a_run_without_blanks_may_be_long() -> None:
    """It is not remembered, and read all the same."""
    assert stems_of("ferries," * 40) == stems_of("ferries")
