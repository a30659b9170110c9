"""-o FILE: whole or not at all, and never over a file that is there without --force."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from cli import output
from cli.files import Target
from cli.main import main


def test_the_end_of_the_name_says_the_format(
    store_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """stdout stays empty; stderr says how many went where."""
    for end, begin in (
        ("csv", "id,"),
        ("json", "{"),
        ("md", "| id"),
        ("tsv", "id\t"),
        ("txt", "ID "),
    ):
        file = tmp_path / f"out.{end}"
        assert main(["list", "--store", str(store_file), "-o", str(file)]) == 0
        assert file.read_text(encoding="utf-8").startswith(begin)
        captured = capsys.readouterr()
        assert captured.out == "" and f"1 claim written to {file}" in captured.err
    assert not list(tmp_path.glob(".*.part"))


def test_a_file_that_is_there_stays_unless_forced(
    store_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, and the way out is named."""
    file = tmp_path / "out.jsonl"
    file.write_text("precious", encoding="utf-8")
    file.chmod(0o640)
    assert main(["list", "--store", str(store_file), "-o", str(file)]) == 2
    assert file.read_text(encoding="utf-8") == "precious" and "--force" in capsys.readouterr().err
    assert main(["list", "--store", str(store_file), "-o", str(file), "--force"]) == 0
    assert json.loads(file.read_text(encoding="utf-8"))["doc"] == "bridge.txt"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_run_that_fails_leaves_no_file(
    store_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even a part of one, and a forced one keeps what it had."""
    file = tmp_path / "out.jsonl"
    file.write_text("precious", encoding="utf-8")

    def fails(*_: object) -> None:
        output._write("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output, "written", fails)
    assert main(["list", "--store", str(store_file), "-o", str(file), "--force"]) == 3
    assert file.read_text(encoding="utf-8") == "precious"
    assert {found.name for found in tmp_path.iterdir()} == {"made.db", "out.jsonl"}


@pytest.mark.parametrize(
    "arguments,says",
    [
        (["-o", "missing/out.csv"], "no folder"),
        (["-o", "."], "is a folder"),
        (["--force"], "add -o FILE"),
        (["--excel-safe"], "--csv"),
        (["--excel-safe", "--json"], "--csv"),
        (["--csv", "--markdown"], "exclude each other"),
    ],
)
def test_wrong_use_is_said(
    arguments: list[str], says: str, store_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """One line, exit code 2, nothing written."""
    monkeypatch.chdir(tmp_path)
    assert main(["list", "--store", str(store_file), *arguments]) == 2
    captured = capsys.readouterr()
    assert says in captured.err and captured.out == ""


def test_a_device_is_written_to_as_it_is(store_file: Path) -> None:
    """Nothing takes its name."""
    assert main(["list", "--csv", "--store", str(store_file), "-o", "/dev/null"]) == 0
    assert not Path("/dev/null").is_file()


def test_what_a_killed_run_left_is_swept_and_what_is_written_stays(tmp_path: Path) -> None:
    """The neighbour of another run is locked for as long as that run lives."""
    left = tmp_path / ".out.csv.abc.part"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    first = Target(str(tmp_path / "out.csv"), force=False)
    first.file.write(b"one")
    assert not left.exists()
    second = Target(str(tmp_path / "out.csv"), force=True)
    second.file.write(b"two")
    assert len(list(tmp_path.glob(".out.csv.*.part"))) == 2
    first.commit()
    second.commit()
    assert [file.name for file in tmp_path.iterdir()] == ["out.csv"]
    assert (tmp_path / "out.csv").read_bytes() == b"two"
