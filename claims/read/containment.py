"""Hands documents to a reading process that is kept alive, and replaces it when it dies: what a hostile file does
there is one failure here."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from threading import Event, Lock, Thread
from typing import Any

from claims.model import Failure
from claims.read.decode import WrongTypeError
from claims.read.frames import HELD_BYTES, framed, options_row, packed, receive, widened
from claims.read.options import Item, ReadOptions
from claims.read.question import Question, item_in
from claims.read.worker import ALL_ASKED, END, SPENT

WATCH_SECONDS = 1.0
"""Between two looks at whether an answer is late."""
KEPT_BYTES = 64 * 1024 * 1024
"""That the process keeps of the memory that a page has needed."""
MAX_AHEAD_BYTES = 2048
"""Of a question that is asked ahead: as many as are asked at a time fit into any pipe, so that parent and process
never wait for each other."""
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
        self._said: tuple[ReadOptions | None, dict[str, Any]] = (None, {})
        """Options as they were last put into a message."""
        self._asked: deque[Question] = deque()
        """Questions that were asked ahead, in the order in which they are answered."""
        self._turn = Lock()
        self._late = False
        self._deadline = float("inf")

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
                ahead = self._is_next(question := Question(type_name, where, options, path))
                if not ahead:
                    self._ask(question, body)
                yield from self._items(where, question if ahead else None)
            finally:
                self._turn.release()
        else:  # somebody reads two streams side by side: this one gets a process of its own
            other = ReadingProcess(self.limits)
            try:
                yield from other.read(type_name, where, options, path=path, body=body)
            finally:
                other.close()

    def _items(self, where: str, ahead: Question | None = None) -> Iterator[Item]:
        """What the process answers until the document's end; raises WrongTypeError. Of documents that were asked
        for ahead any may have broken the process: the one whose turn it is is asked for once more, alone."""
        ended = False
        try:
            while (frame := self._answer()) not in (END, SPENT):
                if frame is None and ahead is not None:
                    self.close()
                    self._ask(ahead, b"")
                    ahead = None
                    continue
                if frame is None:
                    yield self._died(where)
                    return
                ahead = None
                item = item_in(frame, where)
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
        self._asked.clear()
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):
                    stream and stream.close()
            process.wait()

    def ask_ahead(self, question: Question) -> bool:
        """Hands over a document that will be read after those that were handed over before, so that the process
        need not wait between two; False where it cannot be, and read() will ask."""
        if any(question.is_same(other) for other in self._asked):
            return True
        request = self._request(question, waits=False)
        if len(request) > MAX_AHEAD_BYTES or not self._turn.acquire(blocking=False):
            return False
        try:
            self._send(request)
            self._asked.append(question)
        except OSError:
            self.close()
            return False
        finally:
            self._turn.release()
        return True

    def all_asked(self) -> None:
        """Says that what was asked ahead is waited for."""
        if self._asked and self._turn.acquire(blocking=False):
            try:
                self._send(framed(ALL_ASKED))
            except OSError:
                self.close()
            finally:
                self._turn.release()

    def asked_for(self, where: str, options: ReadOptions) -> Question | None:
        """The question that is answered next, where it is about that document."""
        question = self._asked[0] if self._asked else None
        of_it = question and question.where == where and question.options is options
        return question if of_it else None

    def _is_next(self, question: Question) -> bool:
        """Whether it was asked ahead, and is answered next; answers that nobody waits for go with their
        process."""
        if self._asked and question.is_same(self._asked[0]):
            self._asked.popleft()
            return True
        if self._asked:
            self.close()
        return False

    def _ask(self, question: Question, body: bytes) -> None:
        request = self._request(question)
        if question.path is None:
            request += framed(body)
        try:
            self._send(request)
        except OSError:
            # It died between two documents, which is none of this one's doing.
            self.close()
            self._send(request)

    def _request(self, question: Question, *, waits: bool = True) -> bytes:
        if question.options is not self._said[0]:
            self._said = question.options, options_row(question.options)
        row = question._asdict() | {"options": self._said[1], "seconds": self.limits.cpu_seconds}
        row["waits"] = waits
        return framed(packed(row))

    def _send(self, request: bytes) -> None:
        if self._process is not None and self._process.poll() is not None:
            self.close()
        process = self._process or self._started()
        assert process.stdin is not None
        process.stdin.write(request)
        process.stdin.flush()

    def _answer(self) -> bytes | None:
        process = self._process
        assert process is not None and process.stdout is not None
        self._late = False
        self._deadline = time.monotonic() + self.limits.wall_seconds
        try:
            return receive(process.stdout)
        finally:
            self._deadline = float("inf")

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        """Ends the process where an answer is late; one thread for all of its documents."""
        pause = Event()
        while process.returncode is None:
            pause.wait(min(WATCH_SECONDS, self.limits.wall_seconds / 2))
            if time.monotonic() > self._deadline and self._process is process:
                self._late = True
                process.kill()
                return

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
            "PYTHONDONTWRITEBYTECODE": "1",
            # Memory of one page is kept for the next, so that the system need not clear it anew each time.
            "MALLOC_TRIM_THRESHOLD_": str(KEPT_BYTES),
            "MALLOC_MMAP_THRESHOLD_": str(KEPT_BYTES),
        }
        self._process = subprocess.Popen(
            [sys.executable, "-c", _CODE, str(self.limits.memory_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=HELD_BYTES,
            env=env,
            start_new_session=True,  # Ctrl-C is the parent's
        )
        widened(self._process.stdout)
        Thread(target=self._watch, args=(self._process,), daemon=True).start()
        return self._process


READING = ReadingProcess()
"""The one of this process."""
atexit.register(READING.close)
