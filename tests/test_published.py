"""Spans are counted as the published tagger counts them."""

from __future__ import annotations

from benchmarks.published import PARTS, Tokens, figures, with_marks

TEXT = 'Ms. Oduya said: "The lock is shut,\nand it stays shut." She left.'


def row(content: list[list[int]]) -> dict[str, object]:
    """One attribution in an article."""
    return {
        "doc": "a",
        "text": TEXT,
        "attributions": [{"source": [[0, 9]], "cue": [[10, 14]], "content": content}],
    }


def test_a_span_is_cut_where_the_paragraph_ends() -> None:
    """A paragraph is an example of its own."""
    assert len(Tokens(TEXT).ranges(row([[16, 55]]), "content")) == 2


def test_marks_around_a_content_belong_to_it() -> None:
    """Annotators take them in, and the stop inside the closing one."""
    start, end = with_marks(TEXT, TEXT.index("The"), TEXT.index('." She'))
    assert TEXT[start:end] == '"The lock is shut,\nand it stays shut."'
    start, end = with_marks(TEXT, TEXT.index("The"), TEXT.index(","))
    assert TEXT[start:end] == '"The lock is shut'


def test_only_equal_edges_count() -> None:
    """A comma more or less is another span."""
    wanted, made = row([[16, 55]]), row([[16, 33]])
    assert figures({"a": wanted}, [wanted], marks=False) == dict.fromkeys(PARTS, 1.0)
    assert figures({"a": made}, [wanted], marks=False)["content"] == 0.0


def test_a_nested_claim_is_left_out() -> None:
    """The corpus gives each word one tag."""
    wanted = row([[16, 55]])
    nested = {**wanted["attributions"][0], "nested": True}  # type: ignore[index]
    assert Tokens(TEXT).ranges({"attributions": [nested]}, "source") == set()
