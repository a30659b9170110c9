"""Runs the real command: to its end, until it is killed at a moment, or until its n-th statement."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KILLED = -signal.SIGKILL
LEAVE_S = 30
"""Seconds in which the processes of a killed one have to be gone."""
LIMIT_S = 900
ONRECORD = ("-c", "from cli.main import run; run()")


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    said: str
    seconds: float


def environment() -> dict[str, str]:
    """One thread a process, no settings and no store but those named."""
    return {
        **os.environ, "ONRECORD_THREADS": "1", "ONRECORD_REVIEWER": "Kim", "NO_COLOR": "1",
        "ONRECORD_CONFIG": "/nonexistent/config.toml", "ONRECORD_STORE": "/nonexistent/store.db",
    }  # fmt: skip


def start(*words: str, through: Sequence[str] = ONRECORD) -> subprocess.Popen[str]:
    """The command in a group of its own."""
    return subprocess.Popen(
        [sys.executable, *through, *words], cwd=ROOT, env=environment(), text=True,
        start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )  # fmt: skip


def finish(process: subprocess.Popen[str], begun: float) -> Ended:
    """How it ended, after it did."""
    _, said = process.communicate(timeout=LIMIT_S)
    return Ended(process.returncode, said, time.monotonic() - begun)


def run(*words: str) -> Ended:
    """The command, to its end."""
    begun = time.monotonic()
    return finish(start(*words), begun)


def run_well(*words: str) -> Ended:
    """The command, which has to succeed."""
    ended = run(*words)
    if ended.code:
        raise AssertionError(f"onrecord {' '.join(words)}: code {ended.code}: {ended.said}")
    return ended


def run_until(seconds: float, *words: str, whole_group: bool = False) -> Ended:
    """The command, killed after so long; its own processes too, or left to notice it."""
    begun = time.monotonic()
    process = start(*words)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        if whole_group:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    return _left_alone(process, begun)


def run_until_statement(number: int, *words: str) -> Ended:
    """The command, which is killed at its n-th statement."""
    begun = time.monotonic()
    through = ("-m", "benchmarks.reliability.child", str(number))
    return _left_alone(start(*words, through=through), begun)


def _left_alone(process: subprocess.Popen[str], begun: float) -> Ended:
    """How it ended; raises AssertionError where processes that it began outlive it."""
    process.wait(LIMIT_S)
    until = time.monotonic() + LEAVE_S
    while _lives(process.pid):
        if time.monotonic() > until:
            os.killpg(process.pid, signal.SIGKILL)
            raise AssertionError(f"its processes ran on for {LEAVE_S} s after it was killed")
        time.sleep(0.01)
    return finish(process, begun)


def _lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def count_statements(*words: str) -> int:
    """How many moments between statements an undisturbed run has."""
    with tempfile.NamedTemporaryFile() as file:
        through = ("-m", "benchmarks.reliability.child", f"count:{file.name}")
        begun = time.monotonic()
        ended = finish(start(*words, through=through), begun)
        if ended.code:
            raise AssertionError(f"onrecord {' '.join(words)}: code {ended.code}: {ended.said}")
        return int(Path(file.name).read_text() or 0)


def time_of(words: Sequence[str], begun_when: Callable[[], bool]) -> tuple[float, float]:
    """Seconds until something is true of an undisturbed run, and until its end."""
    begun = time.monotonic()
    process = start(*words)
    first = None
    while process.poll() is None:
        if first is None and begun_when():
            first = time.monotonic() - begun
        time.sleep(0.005)
    ended = finish(process, begun)
    if ended.code:
        raise AssertionError(f"onrecord {' '.join(words)}: code {ended.code}: {ended.said}")
    return first or 0.0, ended.seconds
