"""Quality has floors: no figure of benchmarks/floors.json is undercut."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest

from benchmarks import quality

FLOORS = json.loads((Path(quality.__file__).parent / "floors.json").read_text(encoding="utf-8"))


@pytest.mark.slow
@pytest.mark.parametrize("part", ["detection", "corroboration"])
def test_no_figure_falls_below_its_floor(shared: Path, part: str) -> None:
    """The command line reaches every floor on the dev data."""
    with tempfile.TemporaryDirectory() as folder:
        figures = getattr(quality, part)(Path(folder))
    low = {name: (figures[name], floor) for name, floor in FLOORS[part].items() if figures[name] < floor}
    assert not low
