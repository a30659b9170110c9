"""A probability from what the network was unsure of; no network here."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.detect.confidence import CERTAIN, REASONS, Signs, measures, probability, reasons, word
from claims.detect.manifest import SHIPPED, manifest

WEIGHTS = {
    "bias": 2.0,
    "cue": 1.0,
    "source": 1.0,
    "content": 1.0,
    "edges": 0.5,
    "owner": 0.5,
    "giver": 0.5,
} | {
    "sourceless": -1.0,
    "short": -0.5,
    "quoted": 0.5,
}
logs, flags = st.floats(-20, 0), st.sampled_from([0.0, 1.0])


@given(st.builds(Signs, logs, logs, logs, logs, logs, logs, flags, flags, flags))
def test_a_confidence_is_a_probability(signs: Signs) -> None:
    assert 0 < probability(signs, WEIGHTS) < 1


@given(st.sampled_from(sorted(REASONS)), logs, logs)
def test_more_doubt_is_never_more_confidence(sign: str, one: float, other: float) -> None:
    less, more = sorted((one, other))
    found = [probability(replace(CERTAIN, **{sign: value}), WEIGHTS) for value in (less, more)]
    assert found[0] <= found[1]


def test_what_took_most_off_is_told_first_and_small_doubts_are_not_told() -> None:
    doubtful = replace(CERTAIN, cue=-1.0, source=-2.0, content=-0.1)
    assert reasons(doubtful, WEIGHTS) == (REASONS["source"], REASONS["cue"])
    assert reasons(CERTAIN, WEIGHTS) == ()


@pytest.mark.parametrize(
    "confidence, said",
    [
        (1.0, "almost certain"),
        (0.95, "almost certain"),
        (0.94, "likely"),
        (0.75, "likely"),
        (0.5, "possible"),
        (0.49, "doubtful"),
        (0.0, "doubtful"),
    ],
)
def test_a_confidence_has_a_word(confidence: float, said: str) -> None:
    assert word(confidence) == said


@pytest.mark.parametrize("model", SHIPPED)
def test_every_shipped_model_weighs_every_sign(model: str) -> None:
    weights = manifest(model).confidence
    assert set(weights) == {"bias", *measures(CERTAIN)}
