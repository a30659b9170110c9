"""A report's parts over hand-made records: segments, tree, timeline; and whole pages through the
command."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from cli.main import main
from cli.report.timeline import MAX_LANES, OTHERS, Event, timeline


def _page(store_file: Path, tmp_path: Path, *query: str) -> str:
    file = tmp_path / "page.html"
    assert main(["report", *query, "--store", str(store_file), "-o", str(file), "--force"]) == 0
    return file.read_text(encoding="utf-8")


def test_a_claim_stands_in_its_paragraph_with_its_parts_named(
    store_file: Path, tmp_path: Path
) -> None:
    """Told apart by words, not by colour alone."""
    page = _page(store_file, tmp_path, "a1a1a1")
    assert '<mark class="source"><small>source</small>Mira Oduya</mark>' in page
    assert '<mark class="cue"><small>cue</small>told</mark>' in page
    assert '<mark class="claim"><small>claim</small>The [red]bridge' in page
    assert re.findall(r"<li[^>]*>([^<]*)</li>", page.split('<ol class="chain"')[1].split("</ol>")[0]) == [
        "claim", "Mira Oduya", "Tarne Herald", "LNA", "Lake Gazette",
    ]  # fmt: skip


def test_the_title_says_who_said_it(store_file: Path, tmp_path: Path) -> None:
    """A page must not seem to make the claim."""
    assert "<title>Mira Oduya: “The [red]bridge" in _page(store_file, tmp_path, "a1a1a1")


@pytest.mark.parametrize(
    "query,what", [(["a1a1a1"], "claim"), (["--speaker", "Mira"], "speaker"), ([], "check")]
)
def test_every_page_says_how_it_was_made(
    query: list[str], what: str, store_file: Path, tmp_path: Path
) -> None:
    """Versions, model digest, filters, coverage of review and limits."""
    page = _page(store_file, tmp_path, *query)
    assert f"On record: {what}" in page
    assert all(
        words in page
        for words in ("abcdef0123", "Reviewed by people", "0 of 1 claims", "never says", "Filters")
    )
    assert "Leads back to Mira Oduya" in page and "Rests on" not in page.split("<main")[0]


def test_a_report_needs_a_place(store_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody reads HTML on a terminal."""
    monkeypatch.setattr("cli.output.on_terminal", lambda: True)
    assert main(["report", "--store", str(store_file)]) == 2


def test_copies_are_rings_and_denials_diamonds_on_the_day() -> None:
    """Several on one day are one mark with a number."""
    line = timeline([
        Event("2026-03-01", "A", "original"), Event("2026-03-01T09:00:00Z", "A", "original"),
        Event("2026-03-03", "B", "copy"), Event("2026-03-02", "A", "denial"), Event("soon", "A", "original"),
    ])  # fmt: skip
    assert line is not None
    assert [(mark.shape, mark.count) for mark in line.marks] == [
        ("original", 2),
        ("denial", 1),
        ("copy", 1),
    ]
    assert [label for _, label in line.ticks] == ["2026-03-01", "2026-03-02", "2026-03-03"]
    assert line.summary == "4 dated claims in 2 outlets from 2026-03-01 to 2026-03-03; 1 in copies."


def test_marks_stay_inside_the_drawing_however_many_outlets() -> None:
    """The rarest outlets share a lane; without days there is no drawing."""
    events = [
        Event(date(2026, 1, 1 + i % 28).isoformat(), f"Outlet {i % 40}", "original")
        for i in range(200)
    ]
    line = timeline(events)
    assert line is not None and len(line.lanes) == MAX_LANES and line.lanes[-1][1] == OTHERS
    assert all(
        line.left <= mark.x <= line.width and 0 <= mark.y <= line.height for mark in line.marks
    )
    assert (
        sum(mark.count for mark in line.marks) == 200 and timeline([Event("", "A", "copy")]) is None
    )
