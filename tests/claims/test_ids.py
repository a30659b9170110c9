"""Ids: equal for what is one thing, different otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import ids
from claims.model import Span


@given(st.lists(st.text(), min_size=1), st.lists(st.text(), min_size=1))
def test_parts_never_run_into_each_other(a: list[str], b: list[str]) -> None:
    """Only the same parts give the same digest, lone surrogates included."""
    assert (ids.digest(*a) == ids.digest(*b)) == (a == b)


def test_an_id_has_128_bits() -> None:
    """32 hexadecimal digits."""
    assert len(ids.digest("x")) == 32
    int(ids.digest("x"), 16)


def test_the_same_text_in_two_outlets_or_on_two_dates_is_two_articles() -> None:
    """Text alone does not make an article."""
    made = {
        ids.article_id(text="t", url=None, outlet=outlet, published=published)
        for outlet, published in [("A", "2026-01-01"), ("B", "2026-01-01"), ("A", "2026-01-02")]
    }
    assert len(made) == 3


@pytest.mark.parametrize(
    "url",
    [
        "https://www.paper.example/a",
        "http://paper.example/a/",
        "https://Paper.example/a?utm_source=x#top",
    ],
)
def test_one_page_has_one_canonical_url(url: str) -> None:
    """Scheme, www, tracking, fragment and the closing slash do not matter."""
    assert ids.canonical_url(url) == "paper.example/a"


def test_claims_of_other_spans_have_other_ids() -> None:
    """Moving a span from source to content changes the id."""
    a, b = (Span(0, 1),), (Span(2, 3),)
    assert ids.claim_id("x", a, b, ()) != ids.claim_id("x", a, (), b)
