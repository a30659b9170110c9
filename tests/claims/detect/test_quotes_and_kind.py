"""Quotation state and kind on texts of our own; no model.

Spans that a model finds are tested in test_component.py.
"""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.detect.kind import kind_of
from claims.detect.quotes import quoted_positions
from claims.model import Span


def inside(text: str) -> str:
    return "".join(
        c for c, q in zip(text, quoted_positions(text), strict=True) if q and c.isalnum()
    )


def test_each_pair_of_marks_quotes() -> None:
    for text in ('a "bc" d', "a “bc” d", "a „bc” d", "a «bc» d", "a ``bc'' d"):
        assert inside(text) == "bc"


def test_an_unclosed_quotation_ends_with_its_line() -> None:
    assert inside("“ab\ncd") == "ab"


def test_inches_open_nothing() -> None:
    assert inside('6" long') == ""


def test_kinds() -> None:
    text = '"Ab cd" ef gh'
    quoted = quoted_positions(text)
    assert kind_of((Span(1, 6),), text, quoted) == "direct"
    assert kind_of((Span(1, 13),), text, quoted) == "mixed"
    assert kind_of((Span(8, 13),), text, quoted) == "indirect"


@given(st.text(alphabet="ab \n\"“”„«»'`", max_size=80))
def test_one_byte_for_each_code_point(text: str) -> None:
    assert len(quoted_positions(text)) == len(text)
