"""Steps that read every sentence read each with those beside it, never with all: twice as long a text, twice the
work."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims import engine
from claims.detect.postprocess import inserted_tags, passives
from claims.detect.postprocess.layout import Page, claim
from claims.model import Attribution, Span
from tests.work import MAX_GROWTH, growth

pytestmark = pytest.mark.model
Step = Callable[[Page, list[Attribution]], list[Attribution]]


@pytest.mark.parametrize(
    ("step", "unit"),
    [
        (passives.added, "“It is shut,” Ada Holm was quoted as saying by the daily.\n"),
        (inserted_tags.added, "Traders should not hoard, added the minister, Ada Holm.\n"),
    ],
)
def test_twice_as_many_sentences_are_twice_the_work(step: Step, unit: str) -> None:
    """Each a claim with the wrong speaker before."""
    times = 40
    with (nlp := engine.load()).select_pipes(disable=["onrecord_detect"]):
        docs = {len(unit) * n: nlp(unit * n) for n in (times, 2 * times)}

    def run(text: str) -> list[Attribution]:
        starts = range(0, len(text), len(unit))
        wrong = [claim([Span(at, at + 3)], [Span(at + 4, at + 6)], why="made") for at in starts]
        return step(Page(text, docs[len(text)], ()), wrong)

    assert growth(run, unit, times=times) < MAX_GROWTH
