"""What a stranger installs: the three packages with their data, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The files of a wheel built from a clean copy."""
    folder = tmp_path_factory.mktemp("wheel")
    for room in ("claims", "store", "cli"):
        shutil.copytree(
            ROOT / room, folder / "src" / room, ignore=shutil.ignore_patterns("__pycache__")
        )
    for file in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / file, folder / "src")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        folder,
        folder / "src",
    ]
    subprocess.run(build, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl"))).namelist()


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
