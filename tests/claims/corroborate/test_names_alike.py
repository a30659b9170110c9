"""Names that may be one make no second origin: in doubt, origins are merged."""

from __future__ import annotations

import pytest

from tests.claims.corroborate.newsroom import claim, verdict_on


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("person", ("Wolly Apal", "Wolly Appal")),
        ("person", ("Ilene Wolfe", "Ilene Wolff")),
        ("organisation", ("Reformed Church of the Latter Harbour", "Reformed Harbour Church")),
        ("organisation", ("Port Ellery Press Union", "Geological Survey")),
        ("organisation", ("Velmoran Navy", "Velmora")),
        ("person", ("Ilse Marrant", "Jonas Marrant III")),
    ],
)
def test_two_that_may_be_one_or_lean_on_each_other_are_possibly_single(
    kind: str, names: tuple[str, str]
) -> None:
    assert verdict_on(*(claim(name, kind) for name in names)).label == "POSSIBLY SINGLE"


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("person", ("Ilene Wolfe", "Ilene Marrant")),
        ("person", ("Ada Wolfe", "Ilene Wolff")),
        ("organisation", ("Department of Health", "Department of Justice")),
        ("organisation", ("Harlen Police", "Tarne Police")),
    ],
)
def test_two_of_plainly_different_names_are_two(kind: str, names: tuple[str, str]) -> None:
    assert verdict_on(*(claim(name, kind) for name in names)).label == "CORROBORATED"


def test_a_state_and_a_body_that_may_speak_for_it_are_possibly_single() -> None:
    claims = (claim("Okuta", "state"), claim("Harbour Board", "organisation"))
    assert verdict_on(*claims).label == "POSSIBLY SINGLE"


def test_two_states_are_two() -> None:
    assert verdict_on(claim("Okuta", "state"), claim("Ferrol", "state")).label == "CORROBORATED"


def test_father_and_son_of_one_name_are_possibly_single() -> None:
    claims = (claim("Martin Hale Jr."), claim("Martin Hale Sr."))
    assert verdict_on(*claims).label == "POSSIBLY SINGLE"
