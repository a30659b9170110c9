"""Reasons are sentences that a person can read aloud: no folded names, no numbers of machines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.corroborate.batch import weigh
from claims.corroborate.matching.explain import beside, enumerated, figure_as_written, written
from tests.claims.corroborate.newsroom import article, claim


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("9e+07", "90 million"), ("1250000", "1.25 million"), ("1234567", "1,234,567"), ("12000", "12,000"),
        ("2019", "2019"), ("3.5", "3.5"), ("1e+12", "1 trillion"), ("$90000000", "90 million in money"),
    ],
)  # fmt: skip
def test_a_figure_is_written_as_people_write_it(figure: str, said: str) -> None:
    assert figure_as_written(figure) == said


@given(st.floats(0, 1e15))
def test_no_figure_is_shown_with_an_exponent(value: float) -> None:
    assert "e+" not in figure_as_written(f"{value:.12g}")


def test_what_one_claim_alone_has_is_said_as_a_sentence() -> None:
    assert beside("names", ["Velmora"], []) == "only one names Velmora"
    assert beside("says", ["12"], ["14", "15"]) == "one says 12, the other 14 and 15"
    assert beside("names", [], []) == ""


def test_a_stem_is_shown_as_the_text_has_the_word() -> None:
    assert written({"levi"}, "the fuel levies of Velmora") == ["levies"]
    assert written({"nowher"}, "the fuel levy") == ["nowher"]


def test_names_are_listed_as_one_says_them() -> None:
    assert enumerated(["A", "B", "C"]) == "A, B and C"


def test_the_first_reason_of_possibly_single_says_which_two_may_be_one_and_why() -> None:
    sources = (claim("Ilva Dorn"), claim(None, "unnamed", mention="a harbour official"))
    (verdict,) = weigh([article("a", sources[0]), article("b", sources[1])]).verdicts
    assert verdict.label == "POSSIBLY SINGLE"
    first = verdict.reasons[0]
    assert (
        "Ilva Dorn and a harbour official (no name) may be one origin: a source without a name"
        in first
    )


def test_the_first_reason_of_corroborated_says_which_two_are_apart() -> None:
    (verdict,) = weigh(
        [article("a", claim("Ilva Dorn")), article("b", claim("Petar Quill"))]
    ).verdicts
    assert verdict.label == "CORROBORATED"
    assert (
        verdict.reasons[0]
        == "Ilva Dorn and Petar Quill are two origins: two persons of different names."
    )
