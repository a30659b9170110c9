"""The process that reads what a stranger may have written: reads one document after another under limits of
memory and time, writes no file, and is replaced by containment.py when it dies."""

from __future__ import annotations

import gc
import io
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

from claims.model import Failure
from claims.read.decode import UnreadableError, WrongTypeError
from claims.read.file_types import named
from claims.read.frames import HELD_BYTES, framed, item_row, options_of, packed, receive
from claims.read.options import Item

with suppress(ImportError):  # which Windows lacks
    import resource

END, SPENT, WRONG_TYPE = b"", b"spent", "wrong type"
"""The message after the last of a document, the same where the process should not read another, and what
marks a file of no type that is read."""
ALL_ASKED = b""
"""Instead of a question: no other follows, and what is answered is waited for."""
MAX_KEPT_SECONDS = 0.1
"""That answers wait for those to questions asked together; to wake the parent costs as much as a third of a page."""
SINGLE = ("html", "pdf", "docx", "rtf", "eml", "mhtml")
"""Types of a document whose article goes with the end: to wake the parent twice costs more than to send it."""
FIRST_COLLECTED = 20_000
"""New things after which Python looks for rubbish: a page leaves little, and trees are none of its things."""
MAX_IDLE_SHARE = 0.6
"""Of the memory allowed that may be taken when a document has been read."""


def main() -> None:
    """Answers requests on standard input until it ends."""
    asked, answers = _streams()
    memory_bytes = int(sys.argv[1])
    _limit_once(memory_bytes)
    gc.set_threshold(FIRST_COLLECTED)
    sent = time.monotonic()
    while (raw := receive(asked)) is not None:
        if raw == ALL_ASKED:
            answers.flush()
            continue
        request = json.loads(raw)
        body = None if request["path"] else receive(asked)
        for item in _items(request, body):
            answers.write(framed(packed(item)))
            # An article that is read survives what the next one of its document does.
            if request["type"] not in SINGLE:
                answers.flush()
                limit_seconds(request["seconds"])
        spent = _is_spent(memory_bytes)
        answers.write(framed(SPENT if spent else END))
        if spent or request["waits"] or time.monotonic() - sent > MAX_KEPT_SECONDS:
            answers.flush()
            sent = time.monotonic()


def _items(request: dict[str, Any], body: bytes | None) -> Iterator[dict[str, Any]]:
    where = request["where"]
    limit_seconds(request["seconds"])
    try:
        with _opened(request["path"], body) as raw:
            for item in _read(request["type"], raw, where, request["options"]):
                yield item_row(item)
    except WrongTypeError as error:
        yield {"kind": WRONG_TYPE, "what": error.what}
    except UnreadableError as error:
        yield item_row(Failure(where, error.what, error.next_step))
    except MemoryError:
        yield item_row(Failure(where, "needs more memory than a document may", "save its text"))
    except RecursionError:
        yield item_row(Failure(where, "is nested too deeply", "save its text"))
    except Exception as error:  # whatever a library raises on a hostile file
        words = " ".join(str(error).split())[:120]
        yield item_row(
            Failure(
                where, f"cannot be read: {type(error).__name__} {words}".rstrip(), "save its text"
            )
        )


def _read(type_name: str, raw: IO[bytes], where: str, options: dict[str, Any]) -> Iterator[Item]:
    reader = named(type_name).read
    return reader(raw, where, options_of(options)) if reader else iter(())


def _opened(path: str | None, body: bytes | None) -> IO[bytes]:
    return Path(path).open("rb") if path else io.BytesIO(body or b"")


def _streams() -> tuple[IO[bytes], IO[bytes]]:
    """Where requests come from and answers go; what a library prints goes nowhere."""
    asked, answers = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    return os.fdopen(asked, "rb"), os.fdopen(answers, "wb", HELD_BYTES)


def _limit_once(memory_bytes: int) -> None:
    """Memory, files written and core dumps, where the system can; and an end with the parent's."""
    with suppress(NameError, ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    if sys.platform == "linux":
        import ctypes
        import signal

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def _is_spent(memory_bytes: int) -> bool:
    """Whether so much memory stays taken that the next document may not find enough."""
    with suppress(OSError, ValueError, IndexError, AttributeError):
        pages = int(os.pread(_own_memory(), 64, 0).split()[0])
        return pages * os.sysconf("SC_PAGE_SIZE") > MAX_IDLE_SHARE * memory_bytes
    return False


@lru_cache(1)
def _own_memory() -> int:
    """What tells of the memory taken, opened once; raises OSError where the system has no such thing."""
    return os.open("/proc/self/statm", os.O_RDONLY)


def limit_seconds(seconds: int) -> None:
    """CPU time from here on, after which the system ends the process."""
    with suppress(NameError, ValueError, OSError):
        used = resource.getrusage(resource.RUSAGE_SELF)
        end = int(used.ru_utime + used.ru_stime) + 1 + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (end, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
