"""What `export --jsonl` writes, `add` takes back without detecting again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.main import main

pytestmark = pytest.mark.model


def test_an_export_added_to_an_empty_store_exports_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Articles, spans, speakers, chains and stances survive."""

    def run(*words: str | Path) -> str:
        capsys.readouterr()
        assert main([*map(str, words)]) == 0
        return capsys.readouterr().out

    first, second, file = tmp_path / "a.db", tmp_path / "b.db", tmp_path / "out.jsonl"
    run("add", "--store", first, Path(__file__).parent / "data" / "press.txt")
    file.write_text(run("export", "--store", first, "--jsonl"), encoding="utf-8")
    run("add", "--store", second, file)
    again = [json.loads(line) for line in run("export", "--store", second, "--jsonl").splitlines()]
    assert again == [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(again[0]["attributions"]) >= 6
