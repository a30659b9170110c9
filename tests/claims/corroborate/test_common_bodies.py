"""The police of one story are one force, whichever papers call them so."""

from __future__ import annotations

import pytest

from tests.claims.corroborate.newsroom import claim, verdict_on


def label(*mentions: str) -> str:
    """Of one statement by sources without a name, one in each article."""
    return verdict_on(*(claim(None, "unnamed", mention=mention) for mention in mentions)).label


@pytest.mark.parametrize(
    "mentions",
    [
        ("Police", "police"),
        ("the navy", "The navy spokesperson"),
        ("a police report", "police"),
        ("Police in Harlen", "the Harlen police"),
        ("fire department officials", "The fire department"),
    ],
)
def test_one_common_noun_is_one_body(mentions: tuple[str, str]) -> None:
    assert label(*mentions) == "SINGLE"


@pytest.mark.parametrize(
    "mentions",
    [
        ("the police in Harlen", "the police of Tarne"),
        ("police", "a neighbour"),
        ("the navy", "the police"),
        ("an official", "another official"),
    ],
)
def test_others_may_be_two(mentions: tuple[str, str]) -> None:
    assert label(*mentions) == "POSSIBLY SINGLE"


def test_the_police_and_the_force_by_its_name_are_one() -> None:
    named = claim("Harlen Police", "organisation")
    assert verdict_on(claim(None, "unnamed", mention="police"), named).label == "SINGLE"


def test_an_officer_of_the_named_force_is_one_with_its_police() -> None:
    officer = claim("Mira Oduya", affiliation="Harlen Police")
    assert verdict_on(claim(None, "unnamed", mention="the police"), officer).label == "SINGLE"


def test_two_forces_by_name_stay_two() -> None:
    forces = (claim("Harlen Police", "organisation"), claim("Tarne Police", "organisation"))
    assert verdict_on(*forces).label == "CORROBORATED"
