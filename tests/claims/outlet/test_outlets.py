"""The table of outlets, and the user's own rows."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from claims.errors import UsageError
from claims.outlet import outlets


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """Each test reads the table anew."""
    outlets.table.cache_clear()
    yield
    outlets.table.cache_clear()


def test_every_row_has_a_domain_a_kind_and_a_source() -> None:
    """A reader can look each one up."""
    with (files("claims.rules") / "outlets.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    assert len(rows) >= 150
    assert all(row["name"] and row["domain"] and row["source"] for row in rows)
    assert {row["kind"] for row in rows} <= {
        "agency",
        "newspaper",
        "magazine",
        "broadcaster",
        "online",
    }


def test_an_unknown_outlet_is_its_own_owner() -> None:
    """Nothing is made up about it."""
    assert outlets.owner("Vella Courier") == "Vella Courier"
    assert not outlets.is_outlet("Vella Courier")


def test_a_users_file_adds_and_replaces_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A column that is left out stays empty."""
    mine = tmp_path / "outlets.tsv"
    mine.write_text(
        "name\taliases\towner\tkind\nVella Wire\tVW\tNorland\tagency\nReuters\t\tSomebody\tagency\n",
        "utf-8",
    )
    monkeypatch.setenv(outlets.VARIABLE, str(mine))
    assert outlets.is_agency("VW") and outlets.owner("Vella Wire") == "Norland"
    assert outlets.owner("Reuters") == "Somebody"


def test_a_broken_file_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says which file and which line."""
    mine = tmp_path / "outlets.tsv"
    mine.write_text("name\tkind\n\tagency\n", "utf-8")
    monkeypatch.setenv(outlets.VARIABLE, str(mine))
    with pytest.raises(UsageError, match=r"outlets\.tsv: line 2 has no name"):
        outlets.table()
