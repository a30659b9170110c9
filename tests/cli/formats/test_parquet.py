"""Parquet, read back by pyarrow; skipped where the extra is not installed."""

from __future__ import annotations

import io
import sys

import pytest

from claims.errors import UsageError
from cli.formats import parquet
from cli.formats.specimens import specimen
from cli.rows.claims import claim_row
from cli.rows.lists import columns
from store.records import ClaimRecord


def test_columns_have_types_and_hostile_text_is_exact() -> None:
    """Offsets are numbers, lists are lists, a lone surrogate is U+FFFD, an empty list has its
    columns too."""
    pytest.importorskip("pyarrow", reason="the extra onrecord[parquet] is not installed")
    import pyarrow.parquet as pq

    file = io.BytesIO()
    row = columns("claims") | {
        "speaker": "a\x1b\ud800",
        "content_start": [1, 4],
        "confidence": 0.5,
        "hedged": True,
    }
    parquet.write([row], columns("claims"), file)
    table = pq.read_table(file)
    (back,) = table.to_pylist()
    found = [back[name] for name in ("speaker", "content_start", "confidence", "hedged")]
    assert found == ["a\x1b\ufffd", [1, 4], 0.5, True]
    empty = io.BytesIO()
    parquet.write([], columns("claims"), empty)
    assert pq.read_table(empty).schema == table.schema


def test_without_pyarrow_one_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(UsageError, match=r"onrecord\[parquet\]"):
        parquet.write([], {}, io.BytesIO())


def test_a_specimen_names_every_column_of_a_claim() -> None:
    """Header and schema are the same whether there is something to list or not."""
    assert {"speaker", "content_start", "unit"} <= set(columns("claims"))
    assert claim_row(specimen(ClaimRecord))["url"] == ""
