"""Quality has floors: no figure of benchmarks/floors.json is undercut."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest

from benchmarks import copies_made, everyday, held, quality
from benchmarks.independence import events, given, score
from benchmarks.independence.__main__ import read_and_weighed
from benchmarks.proof import bundles, predict
from benchmarks.proof import score as proof_score

FLOORS = json.loads((Path(quality.__file__).parent / "floors.json").read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("part", ["detection", "accurate", "corroboration"])
def test_no_figure_falls_below_its_floor(shared: Path, part: str) -> None:
    """The command line reaches every floor on the dev data."""
    with tempfile.TemporaryDirectory() as folder:
        figures = getattr(quality, part)(Path(folder))
    low = {
        name: (figures[name], floor)
        for name, floor in FLOORS[part].items()
        if figures[name] < floor
    }
    assert not low


@pytest.mark.slow
def test_made_copies_are_found_and_near_misses_are_not(shared: Path) -> None:
    """Of articles that no threshold was chosen by, after every recipe, near misses beside them."""
    choose, rows = copies_made.halves(shared / "eval")
    foreign = [row["text"] for row in choose if len(copies_made.sentences(row["text"])) > 20]
    figures = copies_made.report(copies_made.score(rows, foreign, 6))
    low = {
        name: (figures[name], floor)
        for name, floor in FLOORS["copies made"].items()
        if float(figures[name]) < floor
    }
    assert not low


@pytest.mark.slow
def test_everyday_texts_stay_read_as_they_are_meant(shared: Path) -> None:
    """Turns, damaged characters, names of many countries, epithets and the rest."""
    with tempfile.TemporaryDirectory() as folder:
        figures = everyday.everyday(Path(folder))
    assert figures["texts right"] >= FLOORS["everyday"]["texts right"]


@pytest.mark.slow
def test_speakers_and_names_on_events_that_nobody_tuned_on(shared: Path) -> None:
    """Other presses than those that the rules were written to."""
    with tempfile.TemporaryDirectory() as folder:
        figures = held.speakers(Path(folder), "fast") | held.names("fast")
    low = {
        name: (figures[name], floor)
        for name, floor in FLOORS["held"].items()
        if figures[name] < floor
    }
    assert not low
    assert figures["wrong and certain"] <= FLOORS["held at most"]["wrong and certain"]


@pytest.mark.slow
@pytest.mark.model
@pytest.mark.parametrize("part", ["independence", "independence given"])
def test_origins_of_made_up_coverage_that_nobody_tuned_on(part: str) -> None:
    """From the articles alone, and with claims, speakers and joins given."""
    rows = events.read("held")
    predicted = given.predicted(rows) if part.endswith("given") else read_and_weighed(rows)
    figures = dict(score.figures(predicted, rows))
    figures["single kept"] = 1 - figures["single called CORROBORATED"]
    low = {
        name: (figures[name], floor)
        for name, floor in FLOORS[part].items()
        if figures[name] < floor
    }
    assert not low


@pytest.mark.slow
def test_faults_of_made_up_drafts_are_found() -> None:
    """Those that may be fitted to; they ship with the project."""
    figures = proof_score.figures(list(predict.onrecord(bundles.read(bundles.bundles("tune")))))
    low = {n: figures[n] for n, floor in FLOORS["proof"].items() if figures[n] < floor}
    high = {n: figures[n] for n, most in FLOORS["proof at most"].items() if figures[n] > most}
    assert not low and not high
