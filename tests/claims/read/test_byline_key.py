"""What other programs write under `byline`."""

from __future__ import annotations

import pytest

from claims.read.decode import article
from claims.read.options import Overrides
from claims.read.unread_keys import UnreadKeys


@pytest.mark.parametrize(
    ("written", "author", "wire"),
    [
        ("By Sam Orr, Ellery Gazette", "Sam Orr", None),
        (["Sam Orr", "Ann Bell"], "Sam Orr, Ann Bell", None),
        ("Sam Orr and Ann Bell", "Sam Orr, Ann Bell", None),
        ("By AFP", None, "AFP"),
        ("Sam Orr, Reuters", "Sam Orr", "Reuters"),
        (7, None, None),
    ],
)
def test_a_byline_gives_writers_and_agency(
    written: object, author: str | None, wire: str | None
) -> None:
    """Read as that of a page is."""
    made = article({"text": "The quay is shut.", "byline": written}, "a.jsonl:1", Overrides())
    assert (made.author, made.wire) == (author, wire)


def test_a_key_that_is_read_is_not_called_unread() -> None:
    """`byline` beside one that nothing reads."""
    (told,) = UnreadKeys().warnings({"text": "a", "byline": "Sam Orr", "mood": "grim"})
    assert "`mood`" in told
