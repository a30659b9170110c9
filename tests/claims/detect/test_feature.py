"""The real pipeline on one feature of 4,000 words: many speakers, all shapes mixed, long stretches
without claims."""

from __future__ import annotations

import pytest

from claims.model import Article
from claims.pipeline import Pipeline
from tests.claims.detect.feature import Comparison, Feature, compare, load

pytestmark = pytest.mark.model
RECALL, PRECISION = 0.93, 0.91
"""A little below what was measured (benchmarks/RESULTS.md)."""
APART = 0.08
"""Share of the found claims whose cue, source or beginning may be another than marked."""


@pytest.fixture(scope="module")
def feature() -> Feature:
    return load()


@pytest.fixture(scope="module")
def comparison(pipeline: Pipeline, feature: Feature) -> Comparison:
    (reading,) = pipeline.read([Article("feature", feature.text)])
    return compare(feature, reading)


def test_the_feature_is_long_and_fully_marked(feature: Feature) -> None:
    """4,000 words, every marked claim with a content."""
    assert len(feature.text.split()) > 4000
    assert len(feature.claims) > 130 and all(claim.content for claim in feature.claims)


def test_most_claims_of_a_feature_are_found_and_little_besides(comparison: Comparison) -> None:
    """Recall and precision over the whole text; a claim in a sentence without one counts as
    false."""
    assert comparison.recall >= RECALL, comparison.missing
    assert comparison.precision >= PRECISION, comparison.false


def test_no_denial_question_or_refusal_of_the_feature_is_listed_as_another_thing(
    comparison: Comparison,
) -> None:
    """Every found claim has the stance that is marked, and none is a denial or question that is not
    marked so."""
    assert comparison.stances == []


def test_cue_source_and_beginning_are_those_marked(comparison: Comparison) -> None:
    """The parts of the found claims, a few excepted."""
    assert len(comparison.parts) <= APART * comparison.found, comparison.parts
