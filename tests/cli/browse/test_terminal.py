"""The real program in a real terminal, and beside another process that writes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.browse import made
from store.records import Filters
from store.store import Store, open_store

ROOT = Path(__file__).resolve().parents[3]


class Terminal:
    """A tmux session of its own, of 80x24, with one command after the other in it."""

    def __init__(self, store: Path, name: str) -> None:
        self._name, self._store = name, store

    def run(self, *words: str) -> None:
        """Starts a command of the program in a new session, whose clipboard tmux keeps."""
        program = f"{sys.executable} -c 'from cli.main import run; run()'"
        command = (
            f"cd {ROOT} && env -u COLUMNS -u LINES ONRECORD_REVIEWER=Kim "
            f"{program} {' '.join(words)} --store {self._store}"
        )
        session = ("-f", "/dev/null", "new-session", "-d", "-s", "t", "-x", "80", "-y", "24")
        for _ in range(10):  # a server that is just ending takes no session
            self._tmux(*session, command)
            if not self.ended():
                break
            time.sleep(0.5)
        self._tmux("set-option", "-s", "set-clipboard", "on")

    def copied(self) -> str:
        """What the program put into the clipboard."""
        return self._tmux("show-buffer")

    def ended(self) -> bool:
        """Whether the program has left."""
        return "t:" not in self._tmux("list-sessions")

    def _tmux(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-L", self._name, *words], capture_output=True, text=True, check=False
        )
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
            if (
                words in " ".join(screen.split())
                and max(map(len, screen.splitlines()), default=0) > width
            ):
                return screen
            time.sleep(0.1)
        raise AssertionError(f"{words!r} never came:\n{screen}")

    def close(self) -> None:
        """Ends the session."""
        self._tmux("kill-server")


@pytest.fixture
def terminal(desk: Store, tmp_path: Path) -> Iterator[Terminal]:
    """A terminal in which the program finds the store."""
    if not shutil.which("tmux"):
        pytest.skip("tmux is not installed")
    opened = Terminal(Path(desk.location), f"onrecord-{os.getpid()}")
    yield opened
    opened.close()


def list_claims(terminal: Terminal) -> None:
    """From what needs eyes first to every claim, when the rows are there to move in."""
    terminal.until("what needs eyes first")
    terminal.until("the quay is safe")
    terminal.keys("1")
    terminal.until("Zoë Krämer")


def test_the_help_and_the_reasons_are_read_to_their_end_by_keys(terminal: Terminal) -> None:
    """At once and without a click, at 80x24; the window says how."""
    terminal.run("browse")
    list_claims(terminal)
    terminal.keys("?")
    terminal.until("esc closes")
    terminal.keys("j", "k", "G")
    terminal.until("CORROBORATED")
    terminal.keys("q", "w")
    terminal.until("w closes")
    terminal.until("a reason")
    terminal.keys("w", "q", "q")
    _until(terminal.ended)


def test_browse_review_and_resize_in_a_terminal(desk: Store, terminal: Terminal) -> None:
    """Open, read, decide, take back, grow and shrink, leave."""
    terminal.run("browse")
    terminal.until("0 of 10 reviewed")
    list_claims(terminal)
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
    _until(lambda: desk.claims.coverage(Filters()).counts.get("wrong") == 1)


def test_a_decision_is_taken_back_after_a_restart(desk: Store, terminal: Terminal) -> None:
    """What one session decided the next one undoes."""
    terminal.run("browse")
    list_claims(terminal)
    terminal.keys("a")
    terminal.until("1 of 10 reviewed")
    terminal.keys("q")
    _until(terminal.ended)
    terminal.run("browse")
    terminal.until("1 of 10 reviewed")
    terminal.keys("z")
    terminal.until("0 of 10 reviewed")
    assert desk.claims.coverage(Filters()).reviewed == 0


def test_a_claim_is_copied_as_a_line_to_cite_it_by(desk: Store, terminal: Terminal) -> None:
    """The terminal's clipboard holds quote, speaker, outlet and id, and nothing that a terminal
    would obey."""
    terminal.run("browse")
    list_claims(terminal)
    terminal.keys("y")
    _until(lambda: bool(terminal.copied()))
    line = terminal.copied()
    assert (
        "[onrecord " in line
        and "Coast Post" in line
        and line.count("\n") <= 1
        and "\x1b" not in line
    )


def test_a_speaker_is_put_right_by_number_in_a_plain_terminal(
    desk: Store, terminal: Terminal
) -> None:
    """Candidates stand below each other with their reasons, however narrow the terminal; the next
    claim follows."""
    terminal.run("review", "--next", "Tam")
    terminal.until("a correct · x wrong")
    terminal.keys("s")
    screen = terminal.until("number or name")
    lines = [line.rstrip() for line in screen[screen.index("skip") :].splitlines()]
    assert [line.partition(" ")[0] for line in lines if ": " in line][:2] == ["1", "2"]
    terminal.keys("I", "l", "s", "e", "Space", "V", "a", "r", "g", "a", "Enter")
    _until(lambda: desk.claims.coverage(Filters()).counts.get("corrected") == 1)
    terminal.until("1 of ")
    terminal.keys("q")
    _until(terminal.ended)


def _until(true: Callable[[], bool]) -> None:
    """Waits ten seconds at most."""
    for _ in range(100):
        if true():
            return
        time.sleep(0.1)
    raise AssertionError("it never came to be")


@pytest.mark.slow
def test_a_person_decides_while_another_process_adds(
    desk: Store, drive: Any, press: Any, tmp_path: Path
) -> None:
    """Every article and every judgement is there in the end, and no key meets a locked store."""
    lines = tmp_path / "lines.jsonl"
    lines.write_text("".join(made.lines(40)), encoding="utf-8")
    code = "from cli.main import main; import sys; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "add", str(lines), "--store", desk.location]

    async def steps(app: Any, pilot: Any) -> None:
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        ) as adding:
            while adding.poll() is None or desk.claims.coverage(Filters()).reviewed < 10:
                if desk.claims.coverage(Filters()).reviewed < 10:
                    await press(app, pilot, "a")
                else:
                    await press(app, pilot, "z", "Z")
            assert adding.returncode == 0, adding.stderr and adding.stderr.read()

    drive(desk, steps)
    with open_store(desk.location) as again:
        assert again.claims.coverage(Filters(outlet=("Gate Post",))).total == 40
        assert again.claims.coverage(Filters()).counts["correct"] == 10
