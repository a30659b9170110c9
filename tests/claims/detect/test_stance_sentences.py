"""Whole sentences with the real pipeline: what must not be listed as an assertion is not.

tests/data/stances.txt: what is asked, the sentence, the beginning or core of the content, other
right answers.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.model import Article, Claim, Reading
from claims.pipeline import Pipeline

pytestmark = pytest.mark.model
FILE = Path(__file__).resolve().parents[2] / "data" / "stances.txt"
ROWS = [line.split("\t") for line in FILE.read_text(encoding="utf-8").split("\n") if line]
UNHELD = ("neutral", "if")
"""Neither stated nor denied: a question, a refusal, anything negated, or no claim at all."""


@pytest.fixture(scope="module")
def readings(pipeline: Pipeline) -> list[Reading]:
    return list(pipeline.read(Article(str(n), row[1]) for n, row in enumerate(ROWS)))


@pytest.mark.parametrize(
    "number", range(len(ROWS)), ids=[f"{row[0]}: {row[1][:60]}" for row in ROWS]
)
def test_each_sentence_has_its_stance(readings: list[Reading], number: int) -> None:
    """The claim whose content holds most of the words has one of the stances asked for."""
    asked, text, words, *others = ROWS[number]
    start = text.index(words)
    claim = _about(readings[number], set(range(start, start + len(words))))
    if claim is None:
        assert asked in UNHELD, "nothing was found"
        return
    got, negative = claim.stance.stance, claim.stance.polarity == "negative"
    if asked in UNHELD:
        assert negative or got in ("ask", "decline")
    elif asked == "hedge":
        assert claim.stance.hedged
    else:
        assert got in {asked, *"".join(others).split("/")}
        assert asked != "deny" or not negative


def _about(reading: Reading, words: set[int]) -> Claim | None:
    def share(claim: Claim) -> float:
        return len(words & {i for s, e in claim.content for i in range(s, e)}) / len(words)

    best = max(reading.claims, key=share, default=None)
    return best if best is not None and share(best) >= 0.5 else None
