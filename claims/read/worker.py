"""The process that reads what a stranger may have written: reads one document after another under limits of
memory and time, writes no file, and is replaced by containment.py when it dies."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from claims.model import Failure
from claims.read.decode import UnreadableError, WrongTypeError
from claims.read.file_types import named
from claims.read.frames import item_row, options_of, packed, receive, send
from claims.read.language import prepare
from claims.read.options import Item

END, SPENT, WRONG_TYPE = b"", b"spent", "wrong type"
"""The message after the last of a document, the same where the process should not read another, and what
marks a file of no type that is read."""
MAX_IDLE_SHARE = 0.6
"""Of the memory allowed that may be taken when a document has been read."""


def main() -> None:
    """Answers requests on standard input until it ends."""
    asked, answers = _streams()
    prepare()  # before no file may be written
    memory_bytes = int(sys.argv[1])
    _limit_once(memory_bytes)
    while (raw := receive(asked)) is not None:
        request = json.loads(raw)
        body = None if request["path"] else receive(asked)
        for item in _items(request, body):
            send(answers, packed(item))
            limit_seconds(request["seconds"])
        send(answers, SPENT if _is_spent(memory_bytes) else END)


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
    return os.fdopen(asked, "rb"), os.fdopen(answers, "wb")


def _limit_once(memory_bytes: int) -> None:
    """Memory, files written and core dumps, where the system can; and an end with the parent's."""
    with suppress(ImportError, ValueError, OSError):
        import resource

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
    with suppress(OSError, ValueError, IndexError):
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        return pages * os.sysconf("SC_PAGE_SIZE") > MAX_IDLE_SHARE * memory_bytes
    return False


def limit_seconds(seconds: int) -> None:
    """CPU time from here on, after which the system ends the process."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        end = int(used.ru_utime + used.ru_stime) + 1 + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (end, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
