"""The demo's draft: one fault of each kind, each found, over the real newsroom."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.jobs.sample import draft, newsroom
from cli.main import main

EXPECTED = [
    ("altered", ["number"]), ("other speaker", []), ("other stance", []), ("altered", ["left out"]),
    ("differs", ["number"]), ("verbatim", []), ("other speaker", []), ("other time", []), ("paraphrase", []),
    ("altered", ["words"]), ("not on record", []), ("verbatim", []),
]  # fmt: skip


@pytest.mark.model
def test_each_fault_of_the_sample_draft_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As cli/sample/README.md lists them; the harmless one is told apart."""
    store = str(tmp_path / "demo.db")
    with newsroom() as editions:
        for path in editions:
            assert main(["add", path, "--store", store]) == 0
    capsys.readouterr()
    assert main(["proof", draft(), "--store", store, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["findings"]
    assert [(one["verdict"], one["changes"]) for one in found] == EXPECTED
    assert [one["number"] for one in found if one["harmless"]] == [10]
    table = (Path(draft()).parent / "README.md").read_text(encoding="utf-8")
    rows = table.split("| passage | verdict | why |")[1].split("\n\n")[0].splitlines()[2:]
    assert [row.split(" | ")[1].split(":")[0].split(",")[0] for row in rows] == [
        v for v, _ in EXPECTED
    ]
