"""Stances keep the figures that they were measured with, on labels whose texts lie beside the
checkout."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks import stance

FLOORS = json.loads((Path(stance.__file__).parent / "floors.json").read_text(encoding="utf-8"))[
    "stance"
]


def test_the_held_half_stays_above_its_floors(shared: Path) -> None:
    """The half whose errors nobody looked at."""
    found = stance.read()
    got = stance.figures([pair for pair in found if pair[0]["half"] == "held"]) | stance.agreement(
        found
    )
    assert not {
        name: (got[name], floor)
        for name, floor in FLOORS.items()
        if name in got and got[name] < floor
    }


def test_denials_are_read_as_denials(shared: Path) -> None:
    """No denial, refusal or question of the train sample is listed as an assertion."""
    got = stance.denials()
    assert got["denial recall"] >= FLOORS["denial recall"] and got["listed as assertion"] == 0
