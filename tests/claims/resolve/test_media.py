"""Which names are media."""

from __future__ import annotations

import pytest

from claims.resolve.mentions.outlets import is_outlet


@pytest.mark.parametrize("name", ["the Gazette", "Herald", "Ellery Gazette", "The Lake Times"])
def test_a_paper_is_a_medium_with_its_town_or_without(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize("name", ["the company", "Gazette Holdings", "Omar Field", "herald"])
def test_what_only_looks_like_a_paper_is_none(name: str) -> None:
    assert not is_outlet(name)
