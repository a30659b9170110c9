"""`onrecord doctor` looks at the user's own files too: whatever stands in their place, a line says it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.outlet import outlets
from cli.diagnostics import Exit
from cli.main import main


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _loop(path: Path) -> None:
    path.symlink_to(path)


def _no_text(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00name")


def _no_form(path: Path) -> None:
    path.write_text("= name\n\towner\n")


IN_ITS_PLACE: dict[str, Callable[[Path], None]] = {
    "a pipe": _pipe, "a folder": Path.mkdir, "a link to itself": _loop, "no text": _no_text, "no such form": _no_form,
}  # fmt: skip


@pytest.fixture
def doctor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[], tuple[int, dict[str, str]]]:
    """Runs it, with settings and outlets in a folder of the test; its lines by what they are of."""
    monkeypatch.setenv("ONRECORD_STORE", str(tmp_path / "none.db"))
    monkeypatch.setenv("ONRECORD_CONFIG", str(tmp_path / "settings"))
    monkeypatch.setenv("ONRECORD_OUTLETS", str(tmp_path / "outlets"))
    (tmp_path / "outlets").write_text("name\towner\nTarn Post\tTarn Press\n")

    def run() -> tuple[int, dict[str, str]]:
        outlets.table.cache_clear()
        code = main(["doctor"])
        outlets.table.cache_clear()
        lines = capsys.readouterr().out.splitlines()
        return code, {line[4:19].strip(): line for line in lines}

    return run


def test_what_is_well_is_said_with_its_place(
    doctor: Callable[[], tuple[int, dict[str, str]]], tmp_path: Path
) -> None:
    """How many outlets are the user's own, and that settings may be absent."""
    code, lines = doctor()
    assert code == Exit.DONE
    assert lines["outlets"].endswith(f"{tmp_path / 'outlets'} (ONRECORD_OUTLETS): 1 of your own")
    assert f"{tmp_path / 'settings'}: none" in lines["settings"]


@pytest.mark.parametrize("what", ["outlets", "settings"])
@pytest.mark.parametrize("thing", IN_ITS_PLACE)
def test_what_cannot_be_read_is_a_bad_line_and_the_rest_is_looked_at(
    what: str, thing: str, doctor: Callable[[], tuple[int, dict[str, str]]], tmp_path: Path
) -> None:
    """Nothing waits for it, and it is named."""
    place = tmp_path / what
    place.unlink(missing_ok=True)
    IN_ITS_PLACE[thing](place)
    code, lines = doctor()
    assert code == Exit.USAGE
    assert lines[what].startswith("BAD") and str(place) in lines[what]
    assert "terminal" in lines
