"""What is a calling before a name, and what is a given name that ends as callings do."""

from __future__ import annotations

import pytest

from claims.resolve.mentions.callings import without_calling
from claims.resolve.mentions.spot import Spot


def name_in(text: str, written: str) -> str:
    """What is left of a name that was found in a text."""
    start = text.index(written)
    spot = without_calling(text, Spot(start, start + len(written), "person"))
    return text[spot.start : spot.end]


@pytest.mark.parametrize(
    "name",
    [
        "Usman Ali Khan",
        "Nauman Hassan Malik",
        "Suleman Ahmed Sheikh",
        "Tanveer Ahmed Sheikh",
        "Basheer Ahmed Malik",
        "Truman James Orr",
        "Coleman Ray Holm",
        "Lyman Frank Baum",
        "Rogers James Orr",
    ],
)
def test_a_given_name_that_ends_as_callings_do_stays_with_the_name(name: str) -> None:
    assert name_in(f"{name} said the road was shut.", name) == name


@pytest.mark.parametrize("calling", ["Ferryman", "Clergyman", "Auctioneer", "Tourist", "Dockers"])
def test_a_common_word_for_what_somebody_does_is_no_part_of_the_name(calling: str) -> None:
    text = f"{calling} James Ray Orr said the road was shut."
    assert name_in(text, f"{calling} James Ray Orr") == "James Ray Orr"


@pytest.mark.parametrize("small", ["A sluiceman was hurt.", "Two sluicemen were hurt."])
def test_a_word_that_the_text_writes_small_is_no_part_of_the_name(small: str) -> None:
    text = f"{small} Sluiceman James Ray Orr said the road was shut."
    assert name_in(text, "Sluiceman James Ray Orr") == "James Ray Orr"
