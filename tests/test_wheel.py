"""What a stranger installs: the three packages with their data, and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a clean copy."""
    folder = tmp_path_factory.mktemp("wheel")
    for room in ("claims", "store", "cli"):
        shutil.copytree(
            ROOT / room, folder / "src" / room, ignore=shutil.ignore_patterns("__pycache__")
        )
    for file in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / file, folder / "src")
    # As pip asks for it; the weights are not packed, which takes most of the time.
    stored = "{'--build-option': ['--compression=stored']}"
    code = f"from setuptools.build_meta import build_wheel; build_wheel('..', {stored})"
    subprocess.run(
        [sys.executable, "-c", code], cwd=folder / "src", check=True, capture_output=True
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    """The files of the wheel."""
    return zipfile.ZipFile(wheel).namelist()


def test_the_wheel_holds_the_three_rooms_and_nothing_else(names: list[str]) -> None:
    """No tests, docs or benchmarks land in somebody's site-packages."""
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"claims", "store", "cli"}


@pytest.mark.parametrize(
    "room,suffix",
    [
        ("claims/rules/", ".json"),
        ("claims/rules/", ".tsv"),
        ("claims/weights/", ".onnx"),
        ("claims/weights/", "README.md"),
        ("cli/browse/", ".tcss"),
        ("cli/sample/", ".jsonl"),
        ("cli/completion/", "scripts/zsh"),
        ("cli/help/", "pages/single-source.txt"),
        ("claims/", "claims/py.typed"),
        ("store/migrations/", ".sql"),
        ("store/", "store/py.typed"),
        ("cli/", "cli/py.typed"),
    ],
)
def test_the_wheel_carries_the_data_that_the_code_reads(
    names: list[str], room: str, suffix: str
) -> None:
    """Rules, weights with their card, styles and the sample newsroom ship."""
    assert any(name.startswith(room) and name.endswith(suffix) for name in names)


def test_every_package_on_disk_is_listed() -> None:
    """A new sub-package that pyproject.toml forgets would be missing from the wheel."""
    listed = set(
        tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["setuptools"]["packages"]
    )
    found = {
        ".".join(p.parent.relative_to(ROOT).parts)
        for room in ("claims", "store", "cli")
        for p in (ROOT / room).rglob("__init__.py")
    }
    assert found == listed


def test_spacy_finds_the_components_by_name(wheel: Path, tmp_path: Path) -> None:
    """In a program that imports spaCy and nothing of ours: the wheel says where they are."""
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        "import sys, spacy; nlp = spacy.blank('en'); known = list(sys.modules)\n"
        "print(*(m for m in ('onnxruntime', 'claims.pipeline') if m in known))\n"
        "nlp.add_pipe('onrecord_detect'); nlp.add_pipe('onrecord_claims')\n"
        "import claims; print(*nlp.pipe_names, claims.__file__)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == [
        "",
        f"onrecord_detect onrecord_claims {tmp_path}/claims/__init__.py",
    ]


def test_the_newest_release_of_the_changelog_is_the_version() -> None:
    """What `onrecord --version` says is what the changelog tells of."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    releases = [
        line.split("[")[1].split("]")[0]
        for line in changelog.splitlines()
        if line.startswith("## [")
    ]
    assert releases[:2] == ["Unreleased", version]
