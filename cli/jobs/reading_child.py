"""What a reading process runs: it loads its models once, then reads what it is handed until whoever began it is gone;
it opens no store."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from queue import SimpleQueue
from threading import Thread
from typing import IO, NoReturn

from claims.errors import OnrecordError
from claims.model import Article
from cli.jobs.frames import LOADED, READ, STOP, TROUBLE, read_frame, write_frame
from cli.jobs.reading_process import Machine, Work


def main() -> NoReturn:
    """Reads until the pipe ends; one thread, and Ctrl-C is that of whoever began this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ["ONRECORD_THREADS"] = "1"
    asked: SimpleQueue[bytes] = SimpleQueue()
    answers = _own_stdout()
    Thread(target=_listen, args=(sys.stdin.buffer, asked), daemon=True).start()
    try:
        work: Work = pickle.loads(asked.get())
        machine = work.make(work.choice)
        getattr(machine, "versions", None)  # loads the models
    except OnrecordError as error:
        write_frame(answers, STOP, pickle.dumps(error))
    else:
        write_frame(answers, LOADED)
    while True:
        write_frame(answers, *_answer(machine, pickle.loads(asked.get())))


def _listen(stream: IO[bytes], asked: SimpleQueue[bytes]) -> None:
    """Ends this process, in the middle of an article too, with the one that began it: whoever is killed says nothing
    but that the pipe ends."""
    while (frame := read_frame(stream)) is not None:
        asked.put(frame)
    os._exit(0)


def _answer(machine: Machine, articles: list[Article]) -> tuple[bytes, bytes]:
    """A share's readings without the articles, which whoever asked still has."""
    try:
        found = [(r.header, r.claims, r.versions) for r in machine.read(articles)]
    except OnrecordError as error:
        return STOP, pickle.dumps(error)
    except Exception as error:
        return TROUBLE, pickle.dumps(f"{type(error).__name__}: {error}")
    return READ, pickle.dumps(found, pickle.HIGHEST_PROTOCOL)


def _own_stdout() -> IO[bytes]:
    """The pipe, kept from whatever a library prints."""
    kept = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return kept
