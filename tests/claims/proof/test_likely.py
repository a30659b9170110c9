"""Where a passage is looked for first."""

from __future__ import annotations

import pytest

from claims.proof.likely import likely_claims, likely_parts, longest_words
from claims.proof.small_letters import small_letters
from tests.claims.proof import made

FAR = "The ferry was late again and nobody at the counter could say why it had been so. " * 12
HELD = "“The weir gauge was moved at dusk by the crew,” Mira Oduya said."
WORDS = longest_words("The weir gauge was moved at dusk by the crew")


def test_the_longest_words_of_a_passage_tell_where_it_stands() -> None:
    """Each once, in small letters, the longest first."""
    assert longest_words("The ferry, the Ferry and a harbourmaster") == (
        "harbourmaster",
        "ferry",
        "the",
        "and",
    )


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("The gauge was moved at dusk", True),
        ("THE WEIR GAUGE moved by the crew", True),
        ("the gauge", False),
    ],
)
def test_a_claim_may_lack_one_of_them(words: str, held: bool) -> None:
    """Which the draft may have changed or put in."""
    article = made.article(
        f"{words}, she said", [made.recorded(f"{words}, she said", words, "she")]
    )
    assert [*likely_claims(WORDS, article)] == ([0] if held else [])


def test_of_a_long_article_the_stretch_around_them_is_looked_at() -> None:
    """With a passage's length on both sides."""
    text = FAR + HELD + " " + FAR
    (part,) = likely_parts(WORDS, 44, [made.article(text, [])])
    assert "gauge was moved at dusk by the crew,” Mira Oduya" in text[slice(*part.within or ())]
    assert len(part.words) < 80


def test_every_stretch_that_holds_them_is_looked_at() -> None:
    """The words of a headline may be a paraphrase of what somebody says below."""
    text = f"The weir gauge was moved at dusk by the crew\n{FAR}{HELD}"
    parts = likely_parts(WORDS, 44, [made.article(text, [])])
    assert [text[slice(*part.within or ())].count("dusk") for part in parts] == [1, 1]


def test_an_article_without_them_is_not_looked_at() -> None:
    """Nor one that holds a single one of them."""
    assert not likely_parts(WORDS, 44, [made.article(FAR, []), made.article(FAR + "the crew", [])])


def test_small_letters_keep_their_places() -> None:
    """Also behind a letter that is two in small."""
    assert small_letters("İ AND Ana") == "İ and ana"
