"""The real program in a real terminal, and beside another process that writes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.browse import made
from store.records import Filters
from store.store import Store, open_store

ROOT = Path(__file__).resolve().parents[3]


class Terminal:
    """A tmux session of its own, at a size, with the browser in it."""

    def __init__(self, store: Path, name: str) -> None:
        self._name = name
        command = f"{sys.executable} -c 'from cli.main import run; run()'"
        self._tmux("-f", "/dev/null", "new-session", "-d", "-s", "t", "-x", "80", "-y", "24",
                   f"cd {ROOT} && env -u COLUMNS -u LINES ONRECORD_REVIEWER=Kim "
                   f"{command} browse --store {store}")  # fmt: skip

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(["tmux", "-L", self._name, *words], capture_output=True, text=True, check=False)
        return done.stdout

    def keys(self, *names: str) -> None:
        """Presses keys."""
        self._tmux("send-keys", "-t", "t", *names)

    def resize(self, width: int, height: int) -> None:
        """Gives the terminal another size."""
        self._tmux("resize-window", "-t", "t", "-x", str(width), "-y", str(height))

    def until(self, words: str, width: int = 0) -> str:
        """Waits until the screen shows the words, drawn wider than the width."""
        screen = ""
        for _ in range(600):
            screen = self._tmux("capture-pane", "-p", "-t", "t")
            if words in " ".join(screen.split()) and max(map(len, screen.splitlines()), default=0) > width:
                return screen
            time.sleep(0.1)
        raise AssertionError(f"{words!r} never came:\n{screen}")

    def close(self) -> None:
        """Ends the session."""
        self._tmux("kill-server")


@pytest.fixture
def terminal(desk: Store, tmp_path: Path) -> Iterator[Terminal]:
    """The browser in a terminal of 80x24."""
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    opened = Terminal(Path(desk.location), f"onrecord-{os.getpid()}")
    yield opened
    opened.close()


def test_browse_review_and_resize_in_a_terminal(desk: Store, terminal: Terminal) -> None:
    """Open, read, decide, take back, grow and shrink, leave."""
    terminal.until("0 of 10 reviewed")
    terminal.until("Zoë Krämer")  # the rows are there to move in
    terminal.keys("j", "Enter")
    terminal.until("claim 2 of 4")
    terminal.keys("a")
    terminal.until("1 of 10 reviewed")
    terminal.resize(150, 45)
    terminal.until("why", width=100)
    terminal.resize(80, 24)
    terminal.until("claim 3 of 4")
    terminal.keys("z")
    terminal.until("0 of 10 reviewed")
    terminal.keys("x")
    screen = terminal.until("1 of 10 reviewed")
    assert "[/red]" in screen and "\u202e" not in screen
    terminal.keys("q", "q")
    for _ in range(100):
        if desk.coverage(Filters()).counts.get("wrong") == 1:
            break
        time.sleep(0.1)
    assert desk.coverage(Filters()).counts["wrong"] == 1


@pytest.mark.slow
def test_a_person_decides_while_another_process_adds(desk: Store, drive: Any, press: Any, tmp_path: Path) -> None:
    """Every article and every judgement is there in the end, and no key meets a locked store."""
    lines = tmp_path / "lines.jsonl"
    lines.write_text("".join(made.lines(40)), encoding="utf-8")
    code = "from cli.main import main; import sys; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "add", str(lines), "--store", desk.location]

    async def steps(app: Any, pilot: Any) -> None:
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as adding:
            while adding.poll() is None or desk.coverage(Filters()).reviewed < 10:
                if desk.coverage(Filters()).reviewed < 10:
                    await press(app, pilot, "a")
                else:
                    await press(app, pilot, "z", "Z")
            assert adding.returncode == 0, adding.stderr and adding.stderr.read()

    drive(desk, steps)
    with open_store(desk.location) as again:
        assert again.coverage(Filters(outlet=("Gate Post",))).total == 40
        assert again.coverage(Filters()).counts["correct"] == 10
