"""A small part of each series of `python -m benchmarks.reliability`, and the page that shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.reliability.page import FAULTS, FIGURES, PAGE, page, read
from benchmarks.reliability.series import SERIES, Series, Workshop

SMALL = {
    "add, ready lines, --jobs 1": 3, "add, plain text, --jobs 2": 2, "add, ready lines, PostgreSQL": 2,
    "review, merge, undo, redetect, export": 5, "stores of every earlier revision": 2,
    "eight writers and a browser, SQLite": 1, "PostgreSQL restarted amid add": 1, "a full disk": 1,
    "files that may not grow": 1, "a read-only disk": 1, "pages overwritten": 2,
    "5,000,000 letters of one word": 400_000, "30,000 quotation marks": 20_000,
    "hostile text, 8,000 characters of each kind": 24,
}  # fmt: skip
"""How much of which series."""


def test_the_page_is_that_of_the_figures() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(read(FIGURES), read(FAULTS))


def test_every_figure_is_that_of_a_series_without_a_fault() -> None:
    names = {(one.part, one.name) for one in SERIES}
    found = {
        (part, name): one for part, rows in read(FIGURES).items() for name, one in rows.items()
    }
    assert set(found) <= names
    assert [name for name, one in found.items() if "fault" in one] == []


def test_a_series_that_finds_a_fault_says_it(tmp_path: Path) -> None:
    def fail(*_: object) -> dict[str, object]:
        raise AssertionError("an article is not whole")

    with Workshop(tmp_path) as shop:
        assert Series("kills", "made", 2, fail).figures(shop)["fault"] == "an article is not whole"


@pytest.mark.slow
@pytest.mark.model
@pytest.mark.parametrize(
    "one", [one for one in SERIES if one.name in SMALL], ids=lambda one: one.name
)
def test_nothing_is_lost(one: Series, tmp_path: Path) -> None:
    with Workshop(tmp_path) as shop:
        found = one.figures(shop, SMALL[one.name] / one.count)
    if "left out" in found:
        pytest.skip(str(found["left out"]))
    assert "fault" not in found, found["fault"]
