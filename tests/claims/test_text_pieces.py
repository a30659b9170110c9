"""Long texts are cut without losing or moving a character."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Span
from claims.text_pieces import clip, pieces, shift


@given(st.text(alphabet="ab \n"), st.integers(min_value=1, max_value=12))
def test_the_pieces_put_together_are_the_text(text: str, limit: int) -> None:
    """Nothing is lost, repeated or too long."""
    cut = pieces(text, limit)
    assert "".join(text[s:e] for s, e in cut) == text
    assert all(e - s <= limit for s, e in cut)


def test_a_cut_falls_between_paragraphs_where_there_are_any() -> None:
    """A sentence is not torn where it need not be."""
    assert pieces("one.\n\ntwo three.", 12)[0] == Span(0, 6)


def test_a_span_over_a_cut_is_clipped_to_each_piece() -> None:
    """Furniture that crosses a cut hides its part in both."""
    assert clip((Span(3, 9),), Span(5, 20)) == (Span(0, 4),)
    assert shift((Span(0, 4),), 5) == (Span(5, 9),)
