"""What every room's tests share: where the evaluation data lies, and one loaded pipeline."""

from __future__ import annotations

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
settings.load_profile(
    "busy machine"
)  # How fast a property is tried says nothing about the property.
ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


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
