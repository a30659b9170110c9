"""Where the signs of an article's claims stand in its text."""

from __future__ import annotations

from claims.model import Article, Claim, Header, Reading, Span, Speaker, Stance, Versions
from cli.browse.layout import Mark, lay_out
from cli.browse.marks import noted
from cli.jobs.read_article import unread_article

TEXT = "Tolls rise next year, Mira Oduya said"


def test_a_claims_number_stands_behind_whatever_ends_with_its_sentence() -> None:
    """Also behind the bracket of a cue that is the last word."""
    claim = Claim(
        (Span(33, 37),), (Span(22, 32),), (Span(0, 20),), "indirect", Stance(),
        Speaker("person", "Mira Oduya", mention="Mira Oduya"), confidence=0.9,
    )  # fmt: skip
    made = Versions("1", "sm", "net", "aaaa")
    (one,) = noted(unread_article(Reading(Article("a.txt", TEXT), Header(), (claim,), made)))
    marks = [Mark(33, 37, "[", "]", ""), one.mark]
    (line,) = lay_out(TEXT, marks, 60, {}).lines
    assert "".join(cell.sign for cell in line).endswith("[said] ·1")
