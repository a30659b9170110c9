"""What `export --jsonl` writes, `add` takes back without detecting again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ONRECORD = Path(sys.executable).with_name("onrecord")
pytestmark = pytest.mark.model


def _run(*words: str | Path) -> str:
    return subprocess.run(
        [ONRECORD, *map(str, words)], capture_output=True, text=True, check=True
    ).stdout


def test_an_export_added_to_an_empty_store_exports_the_same(tmp_path: Path) -> None:
    """Articles, spans, speakers, chains and stances survive."""
    first, second, file = tmp_path / "a.db", tmp_path / "b.db", tmp_path / "out.jsonl"
    _run("add", "--store", first, Path(__file__).parent / "data" / "press.txt")
    file.write_text(_run("export", "--store", first, "--jsonl"), encoding="utf-8")
    _run("add", "--store", second, file)
    again = [json.loads(line) for line in _run("export", "--store", second, "--jsonl").splitlines()]
    assert again == [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(again[0]["attributions"]) >= 6
