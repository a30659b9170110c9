"""What each way of folding takes away, and what it leaves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.folding import fold_mention, fold_word, name_key, to_ascii


@pytest.mark.parametrize("name", ["José Marín", "JOSE MARIN", "Jose Marin.", "the José Marín"])
def test_a_name_has_one_key_in_any_case_with_or_without_accents(name: str) -> None:
    assert name_key(name) == "jose marin"


@pytest.mark.parametrize(
    ("raw", "key", "mention", "word", "ascii"),
    [
        ("The Ålund’s", "alund", "the alund", "the ålund's", "the alunds"),
        ("J.-P. O’Dare", "j p o dare", "j-p o'dare", "j.-p. o'dare", "j.-p. odare"),
        ("“Tam” Oduya", "tam oduya", "tam oduya", "“tam” oduya", '"tam" oduya'),
        ("Ждан", "ждан", "ждан", "ждан", "zhdan"),
    ],
)
def test_each_folding_takes_away_what_it_says(
    raw: str, key: str, mention: str, word: str, ascii: str
) -> None:
    """Keys are for stores, mentions for one article, words for running text, ASCII for spellings."""
    folded = (name_key(raw), fold_mention(raw), fold_word(raw), to_ascii(raw))
    assert folded == (key, mention, word, ascii)


@given(st.text())
def test_a_folded_key_stays_as_it_is(name: str) -> None:
    """What a store holds may be folded again, but for a "the" that the first one hid."""
    key = name_key(name)
    assert key.startswith("the ") or name_key(key) == key
