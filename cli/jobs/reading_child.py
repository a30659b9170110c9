"""What a reading process runs: it loads its models once, then reads what it is handed until whoever began it is gone;
it opens no store."""

from __future__ import annotations

import faulthandler
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from threading import TIMEOUT_MAX, Thread
from typing import IO, Any, NoReturn

from claims.errors import OnrecordError
from claims.model import Reading
from cli.jobs.frames import GOING_ON, LOADED, READ, STOP, TROUBLE, read_frame, write_frame
from cli.jobs.reading_process import Errand, Machine, Work

GRACE_SECONDS = 10.0
"""That whoever began this process has to end it before it ends itself."""
PARTS_OF_LIMIT = 10
"""Into which the time for an article falls: in one of them it is said once at most that another is done."""


def main() -> NoReturn:
    """Reads until the pipe ends; one thread, and Ctrl-C is that of whoever began this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked: SimpleQueue[bytes] = SimpleQueue()
    answers = _own_stdout()
    Thread(target=_listen, args=(sys.stdin.buffer, asked), daemon=True).start()
    try:
        work: Work = pickle.loads(asked.get())
        machine = _loaded(work)
    except OnrecordError as error:
        write_frame(answers, STOP, pickle.dumps(error))
    except Exception as error:
        why = f"a reading process cannot load its models ({type(error).__name__}: {error})"
        write_frame(answers, STOP, pickle.dumps(OnrecordError(why)))
    else:
        write_frame(answers, LOADED)
    while True:
        share = pickle.loads(asked.get())
        with _TimeLimit(work.choice.seconds, answers) as limit:
            answer = _answer(machine, share, limit.article_done)
        write_frame(answers, *answer)


def _loaded(work: Work) -> Machine:
    if not work.alone:
        os.environ["ONRECORD_THREADS"] = "1"
    machine = work.make(work.choice)
    getattr(machine, "versions", None)  # loads the models
    return machine


class _TimeLimit:
    """Ends this process where an article takes longer and whoever began it, who keeps the same limit and says
    so, is gone: _listen hears of that only between two steps of Python, of which a regular expression is one."""

    def __init__(self, seconds: float, answers: IO[bytes]) -> None:
        self._seconds, self._answers = seconds, answers

    def __enter__(self) -> _TimeLimit:
        self._nowhere = Path(os.devnull).open("w")  # closed by __exit__
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        faulthandler.cancel_dump_traceback_later()
        self._nowhere.close()

    def article_done(self) -> None:
        """Counts anew, here and where somebody waits."""
        if time.monotonic() - self._began >= self._seconds / PARTS_OF_LIMIT:
            write_frame(self._answers, GOING_ON)
            self._start()

    def _start(self) -> None:
        self._began = time.monotonic()
        late = min(self._seconds + GRACE_SECONDS, TIMEOUT_MAX)
        faulthandler.dump_traceback_later(late, exit=True, file=self._nowhere)


def _listen(stream: IO[bytes], asked: SimpleQueue[bytes]) -> None:
    """Ends this process, in the middle of an article too, with the one that began it: whoever is killed says nothing
    but that the pipe ends."""
    while (frame := read_frame(stream)) is not None:
        asked.put(frame)
    os._exit(0)


def _answer(
    machine: Machine, share: list[Any], one_done: Callable[[], None] = lambda: None
) -> tuple[bytes, bytes]:
    """What comes of a share, readings without the articles, which whoever asked still has. one_done is called after
    each of them."""
    try:
        done = (
            (one.do(one.about) for one in share)
            if isinstance(share[0], Errand)
            else machine.read(share)
        )
        found = []
        for one in done:
            plain = not isinstance(one, Reading)
            found.append(one if plain else (one.header, one.claims, one.versions))
            one_done()
        return READ, pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
    except OnrecordError as error:
        return STOP, pickle.dumps(error)
    except Exception as error:
        return TROUBLE, pickle.dumps(f"{type(error).__name__}: {error}")


def _own_stdout() -> IO[bytes]:
    """The pipe, kept from whatever a library prints."""
    kept = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return kept
