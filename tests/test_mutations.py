"""The faults that are made by hand can still be made, so that trying the suite on them tries
something."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from benchmarks.mutations.__main__ import made
from benchmarks.mutations.faults import FAULTS, Fault

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_changes_one_place_and_leaves_a_program(fault: Fault) -> None:
    source = (ROOT / fault.file).read_text(encoding="utf-8")
    mutant = made(fault, source)
    assert ast.dump(ast.parse(mutant)) != ast.dump(ast.parse(source))
    assert all((ROOT / test).exists() for test in fault.tests)


def test_there_are_twenty_over_the_four_rooms() -> None:
    rooms = {"claims/resolve", "claims/corroborate", "store", "cli"}
    assert len(FAULTS) >= 20
    assert all(any(fault.file.startswith(room) for fault in FAULTS) for room in rooms)


def test_a_fault_whose_line_is_gone_is_said() -> None:
    with pytest.raises(ValueError, match="0 times"):
        made(FAULTS[0], "x = 1\n")
