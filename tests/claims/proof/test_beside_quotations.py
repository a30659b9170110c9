"""What a sentence of a draft says beside the words that it quotes is proofed too."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Span
from claims.proof.beside_quotations import beside_quotations
from claims.proof.passages import passages_of
from tests.claims.proof import made


def _indirect(text: str) -> list[str]:
    """The indirect passages of a draft in which Ana Reyes says all that stands between bars."""
    opens, closes = text.index("|"), text.rindex("|")
    plain = text.replace("|", "")
    claim = made.claim(plain, text[opens + 1 : closes], "Ana Reyes", kind="mixed")
    found = passages_of(made.draft(plain, claim))
    return [plain[p.span.start : p.span.end] for p in found if p.form == "indirect"]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Ana Reyes said |the gate had been left open and that “nobody was told”|.", ["the gate had been left open"]),
        ("Ana Reyes said |that “nobody was told”; the gate had been left open all night|.",
         ["the gate had been left open all night"]),
        ("Ana Reyes said |the pumps would cost 40,000 crowns but “will last us all”|.",
         ["the pumps would cost 40,000 crowns"]),
        ("Ana Reyes said |each of the boats, old and new, would be seen by May, and that it “buys time”|.",
         ["each of the boats, old and new, would be seen by May"]),
        ("Ana Reyes said |the gate had been left open and that the pumps were old and “nobody cared”|.",
         ["the gate had been left open and that the pumps were old"]),
        ("Ana Reyes, an engineer, said |the state of the gate and of the pumps “would shame a pirate”|.", []),
        ("Ana Reyes said |it was and “always had been” a good gate|.", []),
        ("Ana Reyes said |the gate was “a ruin” and the pumps|.", []),
    ],
)  # fmt: skip
def test_statements_beside_a_quotation_are_passages(text: str, statements: list[str]) -> None:
    """Each that stands between joints, holds a verb and is no shred."""
    assert _indirect(text) == statements


@given(st.text(alphabet="ab ,;:—“”was nd", max_size=60))
def test_no_statement_holds_a_word_of_a_quotation(text: str) -> None:
    """Whatever stands where; statements lie in the sentence, in order and apart."""
    quoted = [i for i, c in enumerate(text) if c == "“"]

    def touched(span: Span) -> bool:
        return any(span.start < at + 3 and at < span.end for at in quoted)

    found = [*beside_quotations(text, Span(0, len(text)), touched)]
    assert not any(map(touched, found))
    assert all(a.end <= b.start for a, b in pairwise(found))
