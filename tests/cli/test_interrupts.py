"""Ctrl-C under --jobs, sent to the whole group of processes as a terminal does: the first finishes what is being
saved, the second ends at once; the store is sound and no process is left."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

import pytest

from cli.interrupts import ENDED, WAITS
from cli.main import main

ARTICLES = 60
SCRIPT = Path(__file__).parent / "interrupted_run.py"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="groups of processes are POSIX")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of articles."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(ARTICLES):
        (folder / f"{number:02}.txt").write_text(f"The quay {number} is safe, Aldo Ferrand said.")
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Where the store is to be."""
    return tmp_path / "s.db"


class Run:
    """`add --jobs 2` in a group of its own."""

    def __init__(self, news: Path, store: Path, saving: float) -> None:
        self.said = ""
        self._process = subprocess.Popen(
            [sys.executable, str(SCRIPT), "add", str(news), "--store", str(store), "--jobs", "2"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True,
            env=os.environ | {"SAVING_SECONDS": str(saving), "PYTHONPATH": os.pathsep.join(sys.path)},
            preexec_fn=_as_from_a_terminal,
        )  # fmt: skip

    def until(self, word: str) -> None:
        """Waits for a line of what it says."""
        for line in self._errors:
            self.said += line
            if word in line:
                return
        raise AssertionError(self.said)

    def interrupt(self) -> None:
        """Ctrl-C."""
        os.killpg(self._process.pid, signal.SIGINT)

    def end(self) -> int:
        """Its exit code; nothing of its group is left by then."""
        self.said += self._errors.read()
        code = self._process.wait(60)
        until = time.monotonic() + 20
        while self._is_alive() and time.monotonic() < until:
            time.sleep(0.1)
        assert not self._is_alive()
        return code

    def kill(self) -> None:
        """After a test that failed."""
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    @property
    def _errors(self) -> IO[str]:
        assert self._process.stderr is not None
        return self._process.stderr

    def _is_alive(self) -> bool:
        told = subprocess.run(["ps", "-A", "-o", "pgid=,stat="], capture_output=True, text=True)
        groups = [line.split() for line in told.stdout.splitlines()]
        return any(int(group) == self._process.pid and "Z" not in state for group, state in groups)


def _as_from_a_terminal() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it


@pytest.fixture
def runs() -> Iterator[list[Run]]:
    """Runs that must not outlive the test."""
    begun: list[Run] = []
    yield begun
    for run in begun:
        run.kill()


@pytest.fixture
def kept(store: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[], int]:
    """How many articles the store holds, after it was found sound."""

    def count() -> int:
        capsys.readouterr()
        assert main(["verify", "--store", str(store)]) == 0
        said = capsys.readouterr().out
        assert "all as stored" in said
        return int(said.split()[0])

    return count


def test_the_first_finishes_what_is_being_saved_and_says_so(
    news: Path, store: Path, runs: list[Run], kept: Callable[[], int]
) -> None:
    runs.append(run := Run(news, store, saving=1))
    run.until("SAVING")
    run.interrupt()
    run.until(WAITS)
    assert run.end() == 130
    (saving,) = re.findall(r"^SAVING (\d+)$", run.said, re.MULTILINE)
    assert 1 <= int(saving) < ARTICLES, "those that were finished by then, in one transaction"
    assert f"interrupted; {saving} finished articles are kept" in run.said
    assert "Traceback" not in run.said
    assert kept() == int(saving)


def test_the_second_ends_at_once_and_what_was_being_saved_is_undone(
    news: Path, store: Path, runs: list[Run], kept: Callable[[], int]
) -> None:
    runs.append(run := Run(news, store, saving=40))
    run.until("SAVING")
    run.interrupt()
    run.until(WAITS)
    begun = time.monotonic()
    run.interrupt()
    assert run.end() == 130 and time.monotonic() - begun < 30
    assert run.said.rstrip().endswith(ENDED)
    assert kept() == 0


def test_twice_while_articles_are_read_leaves_no_process_behind(
    news: Path, store: Path, runs: list[Run], kept: Callable[[], int]
) -> None:
    runs.append(run := Run(news, store, saving=0.3))
    run.until("SAVING")
    run.until("SAVING")
    run.interrupt()
    time.sleep(0.05)
    run.interrupt()
    assert run.end() == 130 and "Traceback" not in run.said and "leaked" not in run.said
    assert kept() >= 1


@pytest.mark.parametrize(
    "seconds", [0.5, *(pytest.param(s, marks=pytest.mark.slow) for s in (1.0, 2.0, 3.0))]
)
def test_one_while_processes_begin_is_said_by_none_of_them(
    news: Path, store: Path, runs: list[Run], seconds: float
) -> None:
    runs.append(run := Run(news, store, saving=0))
    run.until("BEGUN")
    time.sleep(seconds)
    run.interrupt()
    assert run.end() in (0, 130) and "Traceback" not in run.said


def ended(script: str) -> subprocess.CompletedProcess[str]:
    """A process of its own that heeds Ctrl-C, at its end."""
    heeds = (
        f"import os, signal, time\nfrom cli.interrupts import attend, finished\nattend()\n{script}"
    )
    return subprocess.run(
        [sys.executable, "-c", heeds], capture_output=True, text=True, preexec_fn=_as_from_a_terminal,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}, check=False,
    )  # fmt: skip


def said_by(script: str) -> str:
    """What such a process prints."""
    done = ended(script)
    return done.stdout + done.stderr


def test_one_that_comes_while_rubbish_is_collected_is_heeded_after_it() -> None:
    script = """
class Rubbish:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)
try:
    Rubbish()
    time.sleep(20)
except KeyboardInterrupt:
    print("heeded")
"""
    begun = time.monotonic()
    assert said_by(script) == "heeded\n" and time.monotonic() - begun < 19, "no wait delays it"


def test_one_that_comes_after_the_command_is_over_says_nothing() -> None:
    assert said_by("finished()\nsignal.raise_signal(signal.SIGINT)\nprint('over')") == "over\n"


def test_one_that_comes_while_python_tidies_up_ends_nothing() -> None:
    script = """
class Last:
    def __del__(self, kill=os.kill, process=os.getpid(), number=signal.SIGINT):
        kill(process, number)
kept = Last()
finished()
print("over", flush=True)
"""
    done = ended(script)
    assert (done.returncode, done.stdout, done.stderr) == (0, "over\n", "")
