"""docs/python.md is true: its examples run in order, and print what stands below them."""

from __future__ import annotations

import contextlib
import io
import os
import re
from pathlib import Path
from typing import Any

import pytest

PAGE = Path(__file__).resolve().parent.parent / "docs" / "python.md"
_BLOCK = re.compile(r"```python\n(.*?)```\n(?:\n```text\n(.*?)```\n)?", re.S)


def _printed(code: str, names: dict[str, Any]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, str(PAGE), "exec"), names)
    return printed.getvalue()


@pytest.mark.model
def test_every_example_prints_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One program, in an empty folder; ONRECORD_GOLDEN=1 writes the page anew."""
    pytest.importorskip("pandas")
    import claims.spacy_factories  # noqa: F401 - as the entry point of an installed onrecord does

    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    page = PAGE.read_text("utf-8")

    def run(block: re.Match[str]) -> str:
        said = _printed(block[1], names)
        shown = f"\n```text\n{said}```\n" if said else ""
        return f"```python\n{block[1]}```\n{shown}"

    renewed = _BLOCK.sub(run, page)
    if os.environ.get("ONRECORD_GOLDEN"):
        PAGE.write_text(renewed, encoding="utf-8")
    assert renewed == page
