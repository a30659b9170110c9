"""What is installed can be held to the files that were tested: their digests stand beside the pins."""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from docs.hashes import FILES, FOLDER, PINS, asked, canonical, digests, needed, pins, written


def _text(file: str) -> str:
    return (FOLDER / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES)
def test_a_release_of_the_hashes_is_that_of_the_constraints(file: str) -> None:
    constraints = pins(PINS.read_text(encoding="utf-8"))
    held = pins(_text(file))
    assert held
    assert held == {name: constraints[name] for name in held}


@pytest.mark.parametrize("file", FILES)
def test_every_release_has_digests_and_no_line_an_address(file: str) -> None:
    text = _text(file)
    found = digests(text)
    assert set(found) == set(pins(text))
    assert all(found.values())
    assert not re.search(r"://|@|--index|--find-links|^-", text, re.MULTILINE)
    assert text == written(file, pins(text), found)


def _installed_needs() -> dict[str, list[str]]:
    found = importlib.metadata.distributions()
    return {canonical(one.metadata["Name"]): list(one.requires or []) for one in found}


@pytest.mark.parametrize("file", FILES)
def test_all_that_an_install_leads_to_has_its_digests(file: str) -> None:
    """On every system and Python: pip refuses the whole where one is missing."""
    constraints = pins(PINS.read_text(encoding="utf-8"))
    wanted = needed(asked()[file], _installed_needs(), constraints)
    assert {"spacy", "numpy", "colorama"} <= wanted
    assert wanted <= set(digests(_text(file)))


@pytest.mark.slow
def test_pip_takes_the_plain_install_by_digest_alone(tmp_path: Path) -> None:
    """A real resolution into an empty environment; skips where no index can be asked."""
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    pip = [python, "-m", "pip", "--quiet"]
    one = [*pip, "download", "--no-deps", "-d", tmp_path, "cobble==0.1.4"]
    if subprocess.run(one, capture_output=True, timeout=120, check=False).returncode:
        pytest.skip("no package index can be reached")
    plan = [*pip, "install", "--dry-run", "--require-hashes", "--only-binary", ":all:"]
    done = subprocess.run(
        [*plan, "-r", FOLDER / "plain.txt"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
