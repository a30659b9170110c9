"""A whole text folded into one line, its words with their places where they are looked at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.proof.folded import FoldedText
from claims.proof.remembered import MAX_RUN_REMEMBERED, RUNS_REMEMBERED, Remembered
from claims.proof.words import words_of

WORDS = ("May", "3", "3d", "$", "£", "per", "cent", "two", "twenty", "hundred", "and", "million", "third",
         "don’t", "[T]his", "½", "the", "x" * 60)  # fmt: skip
TEXTS = st.lists(
    st.sampled_from((*WORDS, " ", " ", " ", "\n", "\u2003", ",", ".", "”")), max_size=300
).map("".join)


@given(TEXTS | st.text())
def test_the_line_holds_the_words_that_a_stretch_has(text: str) -> None:
    """It is made in another way, run by run."""
    keys = [word.key for word in words_of(text)]
    assert FoldedText(text).line == "".join(f" {key}" for key in keys) + " "


@given(TEXTS)
def test_every_word_has_the_place_that_it_has_in_a_stretch(text: str) -> None:
    """Wherever the text was cut to find it."""
    folded, words = FoldedText(text), words_of(text)
    assert len(folded) == len(words) and tuple(folded) == words
    assert folded[1:7] == words[1:7] and folded[3:2] == ()


@pytest.mark.parametrize(
    "number",
    [
        "twenty five",
        "two hundred and five",
        "40 per cent",
        "$ 3",
        "nine point two",
        "nine-point-two million",
    ],
)
@pytest.mark.parametrize("before", range(380, 410))
def test_no_number_is_cut(number: str, before: int) -> None:
    """Wherever it lies, it is one figure."""
    text = f"{'a' * before} {number} left"
    assert tuple(FoldedText(text)) == words_of(text)


def test_a_may_is_the_month_or_none_in_the_line_too() -> None:
    """What stands before it and behind it tells, across the blank."""
    for text in (
        "May I ask",
        "in May, it may",
        "On May 3 he left; “May it last.”",
        "x" * 60 + " in May",
    ):
        assert FoldedText(text).line.split() == [word.key for word in words_of(text)]
    assert FoldedText("He left in May, May 3").line.split()[3:] == ["may-month", "may-month", "#3"]


def test_a_million_numbers_cost_a_text_no_more_than_words() -> None:
    """However many may be parts of one, none is copied again and again."""
    assert FoldedText("and " * 250_000).line.count(" and") == 250_000


def test_a_word_of_a_place_that_there_is_not_raises() -> None:
    """As of any sequence."""
    folded = FoldedText("two words")
    assert folded[-1].key == "words"
    with pytest.raises(IndexError):
        folded[2]


def test_what_is_remembered_has_an_end() -> None:
    """A long run is made anew each time, and a full table begins again."""
    made: list[str] = []
    known = Remembered(lambda run: made.append(run) or len(run))
    long = "x" * (MAX_RUN_REMEMBERED + 1)
    assert [known[run] for run in ("a", "a", long, long)] == [1, 1, len(long), len(long)]
    assert made == ["a", long, long]
    for number in range(RUNS_REMEMBERED):
        known[str(number)]
    assert len(known) < RUNS_REMEMBERED
