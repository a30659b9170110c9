"""The rooms' locks: import directions, statically and at run time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def test_imports_point_from_cli_to_store_to_claims() -> None:
    """import-linter finds every contract of pyproject.toml kept."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "module",
    ["claims", "claims.model", "claims.pipeline", "store", "store.records", "cli", "cli.main"],
)
def test_importing_a_room_loads_no_engine(module: str) -> None:
    """Neither spaCy nor Textual comes along with a room's front door."""
    code = f"import sys, {module}; print([m for m in ('spacy', 'textual', 'onnxruntime') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_reading_loads_no_parser_until_a_file_needs_it() -> None:
    """Text and JSON lines are read without any; the others load theirs in the reading process."""
    parsers = "('lxml', 'trafilatura', 'feedparser', 'mammoth', 'pypdfium2', 'py3langid', 'fastwarc', 'pyarrow')"
    code = (
        "import sys, io; from claims.read import read_paths\n"
        "assert len(list(read_paths(['-'], stdin=io.BytesIO(b'The quay is shut.')))) == 1\n"
        "assert len(list(read_paths(['-'], stdin=io.BytesIO(b'<html><p>The quay is shut.')))) == 1\n"
        f"print([m for m in {parsers} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
