"""Stores in which something is forgotten: in SQLite, and in PostgreSQL."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from postgres import Server

from claims.model import Reading
from cli.jobs.corroborate import bring_up_to_date
from store.store import Store, open_store
from tests.store.forgetting.newsroom import Make, bridge, market


@pytest.fixture(scope="module")
def file_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store's file."""
    path = tmp_path_factory.mktemp("template") / "empty.db"
    open_store(path).close()
    return path


@pytest.fixture(scope="module")
def server_template(postgres: Server) -> str:
    """An empty store's database on the server."""
    location = postgres.new()
    open_store(location).close()
    return urlsplit(location).path.lstrip("/")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Make]:
    """Makes stores that hold readings, all of one kind."""
    opened: list[Store] = []

    def new(*readings: Reading) -> Store:
        location = str(tmp_path / f"{len(opened)}.db")
        if request.param == "sqlite":
            shutil.copy(request.getfixturevalue("file_template"), location)
        else:
            template = request.getfixturevalue("server_template")
            location = request.getfixturevalue("postgres").new(template)
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
