"""Where quotations begin and end, single marks included."""

from __future__ import annotations

import pytest

from claims.detect.quotations import quotations
from tests.work import MAX_GROWTH, growth


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Holm called it ‘a matter of years’ and ‘no joke’.", ["‘a matter of years’", "‘no joke’"]),
        ("Holm called it ‘a matter of years’ and left", ["‘a matter of years’"]),
        ("‘It is the boys’ boat,’ he said.", ["‘It is the boys’ boat,’"]),
        ("It was Holm’s ‘boat’ and nobody’s quay", []),
    ],
)
def test_a_single_mark_closes_beside_punctuation_or_before_a_word_that_goes_on(
    text: str, quoted: list[str]
) -> None:
    assert [text[q.start : q.end] for q in quotations(text)] == quoted


@pytest.mark.parametrize(
    "unit", ["‘aa bb’ cc ", "‘aa’ ‘bb cc’ dd ", "‘aa bb’ and cc, ", "‘aa ‘80s bb ", "‘aa bb,’ "]
)
def test_twice_as_many_single_marks_are_twice_the_work(unit: str) -> None:
    assert growth(quotations, unit) < MAX_GROWTH
