"""A pipe or a folder in place of a file that the user names is one clear line, and nothing waits for
it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.files import Target
from cli.main import main
from store.store import open_store

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a pipe and a folder in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_STORE", str(tmp_path / "store.db"))
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "config.toml"))
    os.mkfifo("pipe")
    Path("folder").mkdir()
    return tmp_path


@pytest.mark.parametrize("what", ["pipe", "folder"])
@pytest.mark.parametrize(
    "words",
    [
        ("list", "--store", "{}"),
        ("add", "none.txt", "--store", "{}"),
        ("runs", "-o", "{}"),
        ("verify", "{}"),
    ],
)
def test_it_is_one_line(
    place: Path, what: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """For a store, a result, a manifest."""
    with open_store(place / "store.db") as store:
        store.runs.start(None, "add")
    assert main([word.format(what) for word in words]) in (2, 4)
    err = capsys.readouterr().err
    assert f"{what}: " in err and "Traceback" not in err


@pytest.mark.parametrize("what", ["pipe", "folder"])
@pytest.mark.parametrize("variable", ["ONRECORD_CONFIG", "ONRECORD_OUTLETS"])
def test_the_settings_and_the_table_of_outlets_too(place: Path, variable: str, what: str) -> None:
    """Both are named by variables; a process of its own, for the table is read once."""
    code = (
        "from cli.config import section; section('review')"
        if variable == "ONRECORD_CONFIG"
        else "from claims.outlet.outlets import table; table()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, variable: what, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert done.returncode and "UsageError" in done.stderr.splitlines()[-1]


def test_a_pipe_that_somebody_reads_takes_a_result(place: Path) -> None:
    """As a shell's process substitution is one."""
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        target = Target("pipe", force=False)
        target.file.write(b"read\n")
        target.commit()
        assert os.read(reader, 100) == b"read\n"
    finally:
        os.close(reader)
