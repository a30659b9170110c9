"""What every room's tests share: where the evaluation data lies, and one loaded pipeline."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

sys.path.insert(0, str(Path(__file__).resolve().parent))
from postgres import Server, running

if TYPE_CHECKING:
    from claims.pipeline import Pipeline

settings.register_profile(
    "busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
# How fast a property is tried says nothing about the property.
settings.load_profile("busy machine")
NEW_OBJECTS, YOUNG_COLLECTIONS, OLD_COLLECTIONS = 50_000, 10, 10
"""New objects between two looks for garbage, and how many of those make a longer one."""
ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


def pytest_collection_finish() -> None:
    """Modules, tests and their cases stay to the end: each look for garbage would go through all of them."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS, YOUNG_COLLECTIONS, OLD_COLLECTIONS)


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The real models, loaded once a session."""
    from claims.pipeline import Pipeline

    return Pipeline()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A throw-away PostgreSQL server; skips where there is none."""
    with running() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty store can be made: in a file, then in PostgreSQL."""
    if request.param == "sqlite":
        return str(tmp_path / "store.db")
    return str(request.getfixturevalue("postgres").new())


@pytest.fixture(scope="session")
def shared() -> Path:
    """The evaluation data beside the checkout; a clone without it skips."""
    if not (SHARED / "eval").is_dir():
        pytest.skip("the evaluation data (../shared) is not beside this checkout")
    return SHARED
