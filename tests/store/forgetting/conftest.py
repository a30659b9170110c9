"""Stores in which something is forgotten: in SQLite, and in PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.model import Reading
from cli.jobs.corroborate import bring_up_to_date
from store.store import Store, open_store
from tests.store.forgetting.newsroom import Make, bridge, market


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    """Makes stores that hold readings, all of one kind."""
    opened: list[Store] = []

    def new(*readings: Reading) -> Store:
        location = str(tmp_path / f"{len(opened)}.db")
        if request.param == "postgresql":
            location = request.getfixturevalue("postgres").new_store()
        opened.append(open_store(location))
        opened[-1].articles.save_many(list(readings))
        bring_up_to_date(opened[-1])
        return opened[-1]

    yield new
    for store in opened:
        store.close()


@pytest.fixture
def desk(make: Make) -> Store:
    """Two articles of two outlets, weighed."""
    return make(bridge(), market())
