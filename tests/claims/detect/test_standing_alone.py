"""A content that can be read without its cue is told from one that cannot."""

from __future__ import annotations

import pytest

from claims.detect.standing_alone import stands_alone
from claims.model import Span


@pytest.mark.parametrize(
    ("kind", "cue", "is_alone"),
    [
        ("indirect", "is endorsing", False),
        ("mixed", "called", False),
        ("direct", "called", True),
        ("indirect", "also said", True),
        ("indirect", "was quoted … as saying", True),
        ("indirect", "According to", True),
        ("indirect", "resaid", False),
    ],
)
def test_a_content_stands_alone_after_a_verb_of_saying(kind: str, cue: str, is_alone: bool) -> None:
    """A quotation always does."""
    assert stands_alone(kind, (Span(0, 5),), (Span(6, 20),), cue) is is_alone


def test_a_cue_that_comes_later_is_not_put_first() -> None:
    """It would turn the sentence round."""
    assert stands_alone("indirect", (Span(30, 35),), (Span(6, 20),), "is endorsed by")
