"""Charts in letters and blocks: as wide as a terminal, in ASCII where it has no more, no bar too long."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from cli.jobs.audit import Period, audit_of
from cli.main import main
from cli.views.audit import (
    ASCII,
    BAR_WIDTH,
    BLOCKS,
    SOURCE_LETTERS,
    Signs,
    audit_view,
    cells,
    over_time,
)
from tests.cli.conftest import AUDIT


def _drawn(renderable: object, width: int = 80) -> list[str]:
    console = Console(file=io.StringIO(), width=width, no_color=True, color_system=None)
    console.print(renderable)
    return console.file.getvalue().splitlines()  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("signs", [BLOCKS, ASCII])
def test_an_audit_fits_80_columns_and_is_read_without_colour(signs: Signs) -> None:
    """Letters tell kinds apart; a name is cut and not a number."""
    lines = _drawn(audit_view(audit_of(AUDIT), signs))
    assert max(map(len, lines)) <= 80
    assert any("PPPP" in line and "UUU" in line for line in lines)
    assert signs is BLOCKS or "".join(lines).replace("…", "").isascii()


def test_a_terminal_without_blocks_gets_ascii(
    store_file: object, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What its encoding cannot say is not drawn."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="backslashreplace")
    monkeypatch.setattr("sys.stdout", out)
    assert main(["audit", "--store", str(store_file)]) == 0
    out.seek(0)
    assert "####" in out.read()


def test_many_periods_are_a_sparkline_with_its_first_and_last() -> None:
    """A line a stretch; a period without a claim is a gap."""
    periods = [Period(f"20{n:02}", n % 3, 0) for n in range(40)]
    lines = _drawn(over_time(periods, BLOCKS))
    assert lines[0].startswith("2000 to 2039") and lines[1].startswith("original   ▄█")


@given(st.lists(st.integers(0, 10_000), min_size=len(SOURCE_LETTERS), max_size=len(SOURCE_LETTERS)))
def test_a_bar_of_parts_is_always_whole_and_shows_each_part(numbers: list[int]) -> None:
    """However small a part is, and however many there are."""
    if not sum(numbers):
        return
    drawn = cells(numbers, sum(numbers))
    assert sum(drawn) == BAR_WIDTH
    assert all(bool(cell) == bool(n) for cell, n in zip(drawn, numbers, strict=True))


def test_nothing_to_count_is_said(
    store_file: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty answer is an answer."""
    monkeypatch.setattr("tests.cli.conftest.AUDIT", [])
    assert main(["audit", "--store", str(store_file)]) == 0
    assert "no claims" in capsys.readouterr().err


def test_labels_by_a_reviewer_s_decision_are_said_where_there_are_any() -> None:
    """With how to see the verdicts without; nothing where nobody decided."""
    said = " ".join(" ".join(_drawn(audit_view(audit_of(AUDIT)))).split())
    assert "Of the labels of 5 weighed claims 1 rests on a reviewer's decision" in said
    none = [figure for figure in AUDIT if figure.table != "decided"]
    assert "decision" not in " ".join(_drawn(audit_view(audit_of(none))))
