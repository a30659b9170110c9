"""Words folded to be compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.proof.words import words_of


def keys(text: str) -> list[str]:
    """The folded words."""
    return [word.key for word in words_of(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It’s TWELVE boats", "it is 12 boats"),
        ("we can't, we won’t", "we cannot, we will not"),
        ("colour of the harbours", "color of the harbors"),
        ("they organised and travelled to the centre", "they organized and traveled to the center"),
        ("£3m", "3 million pounds"),
        ("nine-point-two million", "9.2 million"),
        ("40 per cent", "40%"),
        ("two hundred and fifty", "250"),
        ("the 18th minute", "the eighteenth minute"),
        ("long-term", "long term"),
        ("[T]he first", "the first"),
        ("1,200 people", "1200 people"),
        ("at 6.42", "at 6:42"),
    ],
)
def test_what_nobody_minds_is_one(one: str, other: str) -> None:
    """Case, marks, spelling, contractions and figures."""
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("it is", "it is not"), ("four", "for"), ("filled", "filed"), ("12", "20"), ("the", "a"), ("1:10", "1:1"),
     ("5:1", "5.1")],
)  # fmt: skip
def test_other_words_stay_other(one: str, other: str) -> None:
    """A spelling that is let go joins no two words."""
    assert keys(one) != keys(other)


def test_every_word_knows_its_place() -> None:
    """Also those of a figure and of a contraction."""
    text = "We don’t have twenty-five boats"
    assert [text[w.start : w.end] for w in words_of(text)] == [
        "We", "don’t", "don’t", "have", "twenty-five", "boats",
    ]  # fmt: skip


def test_a_million_signs_cost_no_time() -> None:
    """Hostile runs are read once."""
    assert words_of("'" * 100_000 + "[" * 100_000 + "." * 100_000) == ()
    assert len(words_of("a’" * 20_000)) >= 1


@pytest.mark.parametrize(
    "text", ["½", "²", "①", "n’t", "ʼ", "ʼll", "’s", "5²", "½ cup", "two ½", "$½", "³3"]
)
def test_a_sign_that_is_no_figure_is_a_word_or_nothing(text: str) -> None:
    """A fraction in one sign, a raised figure, an apostrophe without its word."""
    assert all(keys(text))


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("½²①n'ʼ’tlsd1,. $%per cent"))))
def test_any_text_is_folded(text: str) -> None:
    """Every word has a key, and a place in the text."""
    assert all(word.key and 0 <= word.start < word.end <= len(text) for word in words_of(text))


def test_an_editors_bracketed_letter_leaves_a_contraction_whole() -> None:
    """[N]othing's is nothing's, and [T]hat's is that is."""
    for bracketed, plain in (
        ("[N]othing's burning", "nothing's burning"),
        ("[T]hat’s it", "that's it"),
    ):
        assert [w.key for w in words_of(bracketed)] == [w.key for w in words_of(plain)]
