"""Pairs of names from many cultures: what is joined by itself is one speaker, and nothing joined is
missed by keys."""

from __future__ import annotations

import pytest

from benchmarks.names import figures, judged, known, rows
from claims.identity.blocking_keys import join_keys, likeness_keys
from claims.identity.pairs import judge


def test_joins_are_right() -> None:
    """At least 99 of 100 pairs that are joined by themselves are one speaker; can't-tell pairs
    count as wrong."""
    assert figures(judged())["precision of joins"] >= 0.99


def test_most_of_one_speaker_is_joined_and_nearly_all_is_at_least_proposed() -> None:
    """The recall of joins alone, and of joins and proposals together, stays where it was
    measured."""
    measured = figures(judged())
    assert measured["recall of joins"] >= 0.87
    assert measured["same, joined or proposed"] >= 0.97


def test_there_are_pairs_enough() -> None:
    """More than 200, a third of them not of one speaker."""
    pairs = judged()
    assert len(pairs) >= 200
    assert sum(pair.expected != "same" for pair in pairs) >= 70


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['a']}={row['b']}")
def test_keys_find_what_judging_would(row: dict[str, str]) -> None:
    """Pairs that would be joined share a key of joins, pairs that would be proposed a key of either
    sort."""
    a, b = known(row, "a"), known(row, "b")
    outcome = judge(a, b).outcome
    if outcome == "join":
        assert join_keys(a) & join_keys(b)
    elif outcome == "propose":
        assert (join_keys(a) | likeness_keys(a)) & (join_keys(b) | likeness_keys(b))


@pytest.mark.parametrize("row", rows()[::4], ids=lambda row: f"{row['a']}={row['b']}")
def test_a_pair_is_judged_alike_in_either_order(row: dict[str, str]) -> None:
    """Which of two names comes first makes no difference."""
    a, b = known(row, "a"), known(row, "b")
    assert judge(a, b).outcome == judge(b, a).outcome
