"""`claims.read_text` and its kin, as a program of somebody else calls them."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import pytest

import claims

TEXT = "“The bridge is safe,” Aldo Ferrand told the Gazette. Officials denied that the toll would rise.\n"


@pytest.mark.model
def test_one_call_reads_a_text() -> None:
    """The words of a claim come back by its spans."""
    reading = claims.read_text(TEXT, outlet="Harlen Courier", published=date(2026, 3, 3))
    first = reading.claims[0]
    assert reading.text_of(first.content) == "The bridge is safe"
    assert (first.speaker.name, reading.outlet, reading.published) == (
        "Aldo Ferrand", "Harlen Courier", "2026-03-03",
    )  # fmt: skip
    assert reading.versions and reading.versions.detector_digest


@pytest.mark.model
def test_texts_rows_and_articles_are_read_in_order() -> None:
    """A blank cell is an article without claims; NaN in a cell is nothing."""
    articles = [
        TEXT,
        {"text": TEXT, "doc": "b", "outlet": math.nan, "published": "2026-01-02", "more": 1},
        "  ",
        claims.Article("d", TEXT),
    ]
    readings = list(claims.read_texts(articles))
    assert [len(reading.claims) for reading in readings] == [2, 2, 0, 2]
    assert [reading.article.doc for reading in readings][1::2] == ["b", "d"]
    assert readings[1].outlet is None and readings[1].published == "2026-01-02"


@pytest.mark.model
def test_a_text_is_named_by_itself() -> None:
    """Two texts under one name would be two editions of one article in a store."""
    one, other, again = claims.read_texts(["One.", "Other.", "One."])
    assert one.article.doc == again.article.doc != other.article.doc


def test_what_is_no_text_is_an_input_error() -> None:
    """Before any model is loaded, for the row is looked at first."""
    with pytest.raises(claims.InputError, match="b: no `text` key"):
        list(claims.read_texts([{"doc": "b", "text": 3}]))
    with pytest.raises(claims.InputError, match="`outlet` is no string"):
        claims.read_text(TEXT, outlet=3.5)  # type: ignore[arg-type]


@pytest.mark.model
def test_files_are_read_and_failures_handed_over(tmp_path: Path) -> None:
    """Without somebody to hand them to, the first ends the reading."""
    good, missing = tmp_path / "a.txt", str(tmp_path / "b.txt")
    good.write_text(TEXT)
    failures: list[claims.Failure] = []
    (reading,) = claims.read_files(missing, str(good), on_failure=failures.append)
    assert len(reading.claims) == 2 and [failure.where for failure in failures] == [missing]
    with pytest.raises(claims.InputError, match=r"b\.txt: no such file"):
        list(claims.read_files(missing))
