"""A process of its own that reads articles, as whoever began it sees it; what it runs stands in reading_child.py."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock, Timer
from types import MappingProxyType
from typing import Any, Protocol

from claims.errors import OnrecordError
from cli.jobs.choice import Choice
from cli.jobs.frames import GOING_ON, LOADED, STOP, TROUBLE, read_frame, write_frame

MAX_DEATHS_LOADING = 3
"""Processes that may die, one after the other, before they can read."""
KILLED = "its process was killed, often for want of memory"
KILLED_LOADING = (
    "reading processes are killed while they load their models, often for want of memory; "
    "run the same command again with fewer of them"
)
RUN = "import sys; sys.path[:] = {path!r}; from cli.jobs.reading_child import main; main()"


class Machine(Protocol):
    """What works in a process: reads articles, or weighs."""

    def read(self, share: Iterable[Any], /) -> Iterator[Any]:
        """What comes of each thing of a share, in order: of an article a reading."""
        ...


@dataclass(frozen=True)
class Errand:
    """Something else than reading that a process is to do."""

    do: Callable[[Any], Any]
    """A function of a module."""
    about: Any


@dataclass(frozen=True)
class Work:
    """What a process is to read with: how that is made, and of what choice."""

    make: Callable[[Choice], Machine]
    """A function of a module, for processes import it."""
    choice: Choice
    alone: bool = False
    """Whether one process reads, with as many threads as it likes."""


class ReadingProcess:
    """One process that reads shares, begun when it is first asked; one that died or took too long is followed by
    another."""

    def __init__(
        self, work: bytes, seconds: float, without: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        """work is a pickled Work; seconds are those that an article may take; without: variables of the environment
        that the process does not get where they have these values."""
        self._work, self._seconds, self._without = work, seconds, without
        self.process: subprocess.Popen[bytes] | None = None
        self._lock = Lock()
        self._closed = False

    def ask(self, articles: bytes) -> bytes:
        """The answer to a pickled share: a kind of frames.py, and what goes with it. Raises nothing, since
        whoever waits for it would wait for ever."""
        try:
            return self._ask(articles)
        except Exception as error:  # no process or thread can be begun, no memory is left
            if self.process is not None:
                self._end(self.process)  # it may be in the middle of an answer
            why = f"no process can read ({type(error).__name__}: {error})"
            return STOP + pickle.dumps(OnrecordError(why))

    def _ask(self, articles: bytes) -> bytes:
        if self.process is not None and self.process.poll() is not None:
            self._end(self.process)  # killed while it had nothing to do
        process = self.process or self._begin()
        if isinstance(process, bytes):
            return process
        with _TimeLimit(self._seconds, process) as limit:
            said = _exchange(process, articles, limit.restart)
        if said is not None:
            return said
        self._end(process)
        why = f"it takes more than {self._seconds:g} seconds, see --time-limit"
        return TROUBLE + pickle.dumps(why if limit.passed else KILLED)

    def close(self) -> None:
        """Ends the process, whatever it does; whoever waits for its answer hears that it ended."""
        with self._lock:
            self._closed = True
            if self.process is not None:
                _kill(self.process)

    def _begin(self) -> subprocess.Popen[bytes] | bytes:
        """The process, once it has loaded its models; or an answer that says why it cannot read."""
        for _ in range(MAX_DEATHS_LOADING):
            if (process := self._start()) is None:
                break
            said = _exchange(process, self._work)
            if said == LOADED:
                return process
            self._end(process)
            if said is not None:
                return said
        return STOP + pickle.dumps(OnrecordError(KILLED_LOADING))

    def _start(self) -> subprocess.Popen[bytes] | None:
        with self._lock:
            if not self._closed:
                command = [sys.executable, "-c", RUN.format(path=sys.path)]
                told = {k: v for k, v in os.environ.items() if self._without.get(k) != v}
                self.process = subprocess.Popen(
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=told
                )
            return self.process

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        with self._lock:
            _kill(process)
            self.process = None


def _kill(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None and process.stdout is not None
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):  # what the process never read
            pipe.close()


class _TimeLimit:
    """Ends the process where the block takes longer, counted anew from each restart."""

    def __init__(self, seconds: float, process: subprocess.Popen[bytes]) -> None:
        self._seconds, self._process = seconds, process
        self.passed = False

    def __enter__(self) -> _TimeLimit:
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def restart(self) -> None:
        """Another article is done: the next one has all of the time."""
        self._timer.cancel()
        self._start()

    def _start(self) -> None:
        self._timer = Timer(self._seconds, self._end)
        self._timer.daemon = True
        self._timer.start()

    def _end(self) -> None:
        self.passed = True
        self._process.kill()


def _exchange(
    process: subprocess.Popen[bytes], said: bytes, going_on: Callable[[], None] = lambda: None
) -> bytes | None:
    """What the process answers; None where it is gone. going_on is called whenever it says that it goes on."""
    assert process.stdin is not None and process.stdout is not None
    try:
        write_frame(process.stdin, said)
    except OSError:
        return None
    while (answer := read_frame(process.stdout)) == GOING_ON:
        going_on()
    return answer
