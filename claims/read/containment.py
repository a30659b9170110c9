"""Hands documents to a reading process that is kept alive, and replaces it when it dies: what a hostile file does
there is one failure here."""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock, Timer

from claims.model import Failure
from claims.read.decode import WrongTypeError
from claims.read.frames import item_of, options_row, packed, receive, send
from claims.read.options import Item, ReadOptions
from claims.read.worker import END, SPENT, WRONG_TYPE

_CODE = "from claims.read.worker import main; main()"


@dataclass(frozen=True)
class Limits:
    """What a document may cost."""

    memory_bytes: int = 1_500 * 1024 * 1024
    cpu_seconds: int = 8
    wall_seconds: float = 90.0
    """A backstop alone: how long a document takes depends on what else runs."""


class ReadingProcess:
    """One process that reads documents, started with the first."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = Lock()
        self._late = False

    def read(
        self,
        type_name: str,
        where: str,
        options: ReadOptions,
        *,
        path: str | None = None,
        body: bytes = b"",
    ) -> Iterator[Item]:
        """What a document holds, its path or its bytes given; raises WrongTypeError where it is none."""
        if self._turn.acquire(blocking=False):
            try:
                self._ask(type_name, where, options, path, body)
                yield from self._items(where)
            finally:
                self._turn.release()
        else:  # somebody reads two streams side by side: this one gets a process of its own
            other = ReadingProcess(self.limits)
            try:
                yield from other.read(type_name, where, options, path=path, body=body)
            finally:
                other.close()

    def _items(self, where: str) -> Iterator[Item]:
        """What the process answers until the document's end; raises WrongTypeError."""
        ended = False
        try:
            while (frame := self._answer()) not in (END, SPENT):
                if frame is None:
                    yield self._died(where)
                    return
                item = _item(frame, where)
                if isinstance(item, str):
                    ended = self._answer() == END
                    raise WrongTypeError(item)
                yield item
            ended = frame == END
        finally:
            if not ended:
                self.close()

    def close(self) -> None:
        """Ends the process; the next document starts another."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):
                    stream and stream.close()
            process.wait()

    def _ask(
        self, type_name: str, where: str, options: ReadOptions, path: str | None, body: bytes
    ) -> None:
        request = {
            "type": type_name, "where": where, "path": path, "options": options_row(options),
            "seconds": self.limits.cpu_seconds,
        }  # fmt: skip
        for attempt in (1, 2):
            if self._process is not None and self._process.poll() is not None:
                self.close()
            process = self._process or self._started()
            assert process.stdin is not None
            try:
                send(process.stdin, packed(request))
                if path is None:
                    send(process.stdin, body)
                return
            except OSError:
                # It died between two documents, which is none of this one's doing.
                self.close()
                if attempt == 2:
                    raise

    def _answer(self) -> bytes | None:
        process = self._process
        assert process is not None and process.stdout is not None
        self._late = False
        timer = Timer(self.limits.wall_seconds, self._end_late, (process,))
        timer.daemon = True
        timer.start()
        try:
            return receive(process.stdout)
        finally:
            timer.cancel()

    def _end_late(self, process: subprocess.Popen[bytes]) -> None:
        self._late = True
        process.kill()

    def _died(self, where: str) -> Failure:
        assert self._process is not None
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(2)
        code = self._process.returncode
        if self._late:
            what = f"took longer than {self.limits.wall_seconds:.0f} s to read"
        elif code is not None and code == -getattr(signal, "SIGXCPU", 0):
            what = f"took more than {self.limits.cpu_seconds} s of computing to read"
        else:
            what = "broke its reader, most likely for want of memory"
        return Failure(where, what, "save the text of the article")

    def _started(self) -> subprocess.Popen[bytes]:
        env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        env |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1") | {
            "PYTHONDONTWRITEBYTECODE": "1"
        }
        self._process = subprocess.Popen(
            [sys.executable, "-c", _CODE, str(self.limits.memory_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=env,
            start_new_session=True,  # Ctrl-C is the parent's
        )
        return self._process


def _item(frame: bytes, where: str) -> Item | str:
    """An item, or why the document is of no type that is read."""
    try:
        row = json.loads(frame)
        return str(row["what"]) if row["kind"] == WRONG_TYPE else item_of(row)
    except (KeyError, TypeError, ValueError):
        return Failure(where, "its reader gave no sense", "save the text of the article")


READING = ReadingProcess()
"""The one of this process."""
atexit.register(READING.close)
