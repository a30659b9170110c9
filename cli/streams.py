"""Standard streams as every command may use them: a shell can hand over closed ones, and such as
write ASCII alone."""

from __future__ import annotations

import io
import os
import stat
import sys
from pathlib import Path
from typing import TextIO

if sys.platform != "win32":
    import fcntl

STDIN, STDOUT, STDERR = 0, 1, 2


def fill_gaps() -> None:
    """Opens nothing's device where a stream is closed, so that no file of ours takes its number and
    is written into."""
    for number in (STDIN, STDOUT, STDERR):
        try:
            os.fstat(number)
        except OSError:
            # The system gives the lowest number that is free: this one.
            os.open(os.devnull, os.O_RDONLY if number == STDIN else os.O_WRONLY)


def redirected_to(stream: TextIO) -> str | None:
    """The file to which a shell sent a stream; None for a terminal, a pipe, and where the system does
    not say."""
    try:
        number = stream.fileno()
        if not stat.S_ISREG(os.fstat(number).st_mode):
            return None
        if sys.platform == "darwin":
            name = fcntl.fcntl(number, fcntl.F_GETPATH, bytes(1024)).rstrip(b"\0").decode()
        else:
            name = str(Path(f"/proc/self/fd/{number}").readlink())
    except (OSError, ValueError):
        return None
    return name if Path(name).exists() else None


def make_usable() -> None:
    """Gives each missing stream one that holds nothing; what a stream's encoding cannot say is said
    as its number, and ends nothing."""
    if sys.stdin is None or getattr(sys.stdin, "closed", False):
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stdout is None or getattr(sys.stdout, "closed", False):
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stderr is None or getattr(sys.stderr, "closed", False):
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="backslashreplace")


def can_write(signs: str) -> bool:
    """Whether standard output can say these signs as they are."""
    try:
        signs.encode(sys.stdout.encoding or "ascii")
    except (LookupError, UnicodeEncodeError):
        return False
    return True
