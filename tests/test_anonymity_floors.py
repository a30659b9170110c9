"""Why sources are unnamed is read as well as when it was measured, on labels whose texts lie beside the
checkout."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import anonymity

FLOORS = json.loads((Path(anonymity.__file__).parent / "floors.json").read_text(encoding="utf-8"))[
    "anonymity"
]


@pytest.mark.slow
@pytest.mark.model
def test_reasons_for_unnamed_sources_stay_above_their_floors(shared: Path) -> None:
    """Over all labels, from text alone."""
    got = anonymity.figures(anonymity.read(anonymity.labels()))
    assert not {name: (got[name], floor) for name, floor in FLOORS.items() if got[name] < floor}
