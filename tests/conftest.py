"""What every room's tests share: where the evaluation data lies, and one loaded pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from claims.pipeline import Pipeline

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The real models, loaded once a session."""
    from claims.pipeline import Pipeline

    return Pipeline()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The evaluation data beside the checkout; a clone without it skips."""
    if not (SHARED / "eval").is_dir():
        pytest.skip("the evaluation data (../shared) is not beside this checkout")
    return SHARED
