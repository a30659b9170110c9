"""Every shape of quotation in tests/data/shapes.txt, read by the real pipeline in one batch."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from claims.model import Article, Reading
from claims.pipeline import Pipeline
from tests.claims.detect.shapes import Case, load, problems, table

pytestmark = pytest.mark.model
CASES = load()
ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="module")
def readings(pipeline: Pipeline) -> list[Reading]:
    return list(pipeline.read([Article(str(n), case.text) for n, case in enumerate(CASES)]))


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.shape for case in CASES])
def test_the_claims_of_each_shape_come_out_and_nothing_else(
    readings: list[Reading], number: int
) -> None:
    """Source, cue, content, stance and kind as marked; claims inside another's content may come
    besides."""
    assert problems(CASES[number], readings[number]) == []


def test_what_a_rule_found_says_why(readings: list[Reading]) -> None:
    """A claim without a cue names its rule."""
    bare = [claim for reading in readings for claim in reading.claims if not claim.cue]
    assert bare and all(
        any(why in claim.reasons[0] for why in ("goes on", "letter", "turn", "interview", "does"))
        for claim in bare
    )


def test_every_shape_has_several_texts() -> None:
    """One text proves little."""
    counts = {
        shape: len(list(group))
        for shape, group in itertools.groupby(CASES, key=lambda case: case.shape)
    }
    assert min(counts.values()) >= 2, counts


def test_the_marks_are_read() -> None:
    """A marked text that named no claim at all would prove nothing."""
    named = [case for case in CASES if case.claims]
    assert len(named) > 100 and all(
        claim.content for case in named for claim in case.claims.values()
    )


def test_docs_show_the_shapes() -> None:
    """docs/shapes.md is the table of these very texts."""
    written = (ROOT / "docs" / "shapes.md").read_text(encoding="utf-8")
    assert written == table(CASES), "run python -m tests.claims.detect.shapes > docs/shapes.md"


def test_a_case_is_what_the_problems_are_told_from() -> None:
    """The comparison itself notices a missing claim, a false one and a wrong stance."""
    case = Case("x", "The quay is safe, Brandt said.", {})
    empty = Reading(Article("a", case.text), header=None, claims=())  # type: ignore[arg-type]
    assert problems(case, empty) == []
    marked = next(c for c in CASES if c.shape == "Denials")
    assert problems(marked, empty) == ["1: not found"]
