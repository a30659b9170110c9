"""Two statements are read side by side: what comes out depends on the two alone."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.corroborate.matching import pair_reader
from claims.corroborate.matching.pair_reader import MAX_PIECES, read_pair, side_by_side
from claims.corroborate.matching.reading_weights import measures, together
from claims.detect.detector import Detector
from claims.errors import ModelError
from claims.rules.lists import load

ROOT = Path(__file__).resolve().parents[3]
SAME = (
    "the bridge at Orlen will stay shut until Easter",
    "there will be no crossing at Orlen before Easter",
)
CLASH = ("eleven miners were killed at Tarn Hill", "nobody died at Tarn Hill")
OTHER = ("the mayor will visit the school on Friday", "wheat prices rose for a third week")


def test_what_is_said_of_two_statements_is_a_probability_for_each_class() -> None:
    reading = read_pair(*SAME)
    assert sum(reading) == pytest.approx(1)
    assert all(0 <= share <= 1 for share in reading)


def test_the_order_of_the_two_tells_nothing() -> None:
    assert read_pair(*SAME) == read_pair(*reversed(SAME))


def test_one_statement_in_other_words_is_likelier_one_than_two_of_different_things() -> None:
    assert read_pair(*SAME).same > read_pair(*OTHER).same
    assert read_pair(*OTHER).other > 0.7


def test_what_cannot_both_be_true_is_seen_as_that() -> None:
    reading = read_pair(*CLASH)
    assert reading.contradicting > reading.same


def test_what_was_read_before_changes_nothing() -> None:
    first = read_pair(*SAME)
    read_pair.cache_clear()
    read_pair(*CLASH)
    assert read_pair(*SAME) == first


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=400), st.text(max_size=400))
def test_any_two_texts_are_read(left: str, right: str) -> None:
    assert sum(read_pair(left, right)) == pytest.approx(1, abs=1e-5)


def test_of_a_long_statement_the_beginning_and_the_end_are_read() -> None:
    pieces, sides = side_by_side("wheat " * 5_000 + "harbour", "rain")
    assert len(pieces) == len(sides) == MAX_PIECES + 4
    assert side_by_side("harbour", "rain")[0][1] in pieces


def test_more_is_thought_one_where_either_the_features_or_the_reader_think_so() -> None:
    alike, apart = read_pair(*SAME), read_pair(*OTHER)
    assert together(0.9, alike) > together(0.2, alike)
    assert together(0.5, alike) > together(0.5, apart)


def test_every_measure_has_a_weight() -> None:
    assert set(measures(0.5, read_pair(*SAME))) == set(load("pair_reading")["weights"])


def test_another_network_than_that_of_the_weights_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So that another network counts RULES up too, and stores weigh anew."""
    monkeypatch.setitem(load("pair_reading"), "network", "of another")
    pair_reader._session.cache_clear()
    with pytest.raises(ModelError, match="not those that belong here: reinstall onrecord"):
        pair_reader.read_pair("the mill burned down", "the mill has burned to the ground again")


@pytest.mark.parametrize("found", [None, b"{"])
def test_without_its_wordpieces_no_network_reads(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, found: bytes | None
) -> None:
    """Missing or damaged: what to do is said, for either network."""
    if found is not None:
        (tmp_path / "tokenizer.json").write_bytes(found)
    monkeypatch.setattr("claims.wordpieces.files", lambda _: tmp_path)
    pair_reader._tokenizer.cache_clear()
    read_pair.cache_clear()
    with pytest.raises(ModelError, match="cannot be read: reinstall onrecord"):
        read_pair(*SAME)
    with pytest.raises(ModelError, match="cannot be read: reinstall onrecord"):
        Detector()


def test_weights_fitted_anew_have_the_thresholds_that_ship() -> None:
    """Unless another is asked for; read as text, for what fits them is not installed here."""
    recipe = ast.parse((ROOT / "training" / "pair_weights.py").read_text(encoding="utf-8"))
    numbers = {
        target.id: node.value.value
        for node in recipe.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    shipped = load("pair_reading")
    assert (numbers["READ_FROM"], numbers["SAME"]) == (shipped["read"], shipped["same"])
