"""A file that is there whole or not at all; what is written into it is output.py's."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
import time
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import IO

from claims.errors import UsageError

if sys.platform != "win32":
    import fcntl

MIN_AGE_S = 60
"""Of what is swept away: a younger file may belong to a run that is about to lock it."""


class Target:
    """Where -o points: bytes go to a hidden neighbour, which takes the name when all is written."""

    def __init__(self, path: str, *, force: bool) -> None:
        """Looks at the place before any work is done; raises UsageError where nothing may be
        written."""
        self.name = path
        self._path = Path(path).expanduser().resolve()
        self._force = force
        self._file: IO[bytes] | None = None
        self._temporary: Path | None = None
        self._done = False
        if self._path.is_dir():
            raise UsageError(f"{path}: is a folder; name a file in it")
        if not self._path.parent.is_dir():
            raise UsageError(f"{path}: there is no folder {self._path.parent}; make it first")
        self._special = self._path.exists() and not self._path.is_file()
        if self._path.is_file() and not force:
            raise UsageError(
                f"{path}: is there already; choose another name, or replace it with --force"
            )

    @property
    def file(self) -> IO[bytes]:
        """What to write into, opened at the first use; raises UsageError where it cannot be
        opened."""
        if self._file is None:
            try:
                self._file = self._opened() if self._special else self._neighbour()
            except OSError as error:
                raise UsageError(f"{self.name}: {error.strerror}; choose another place") from error
        return self._file

    def _opened(self) -> IO[bytes]:
        """A pipe or device; raises UsageError for a pipe that nobody reads from, which would be waited
        for without end."""
        try:
            handle = os.open(self._path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
        except OSError as error:
            if error.errno == errno.ENXIO:
                raise UsageError(
                    f"{self.name}: is a pipe that nobody reads from; start what reads it first"
                ) from error
            raise
        if sys.platform != "win32":
            os.set_blocking(handle, True)
        return os.fdopen(handle, "wb")

    def commit(self) -> None:
        """Gives the finished file its name, once; raises UsageError where another file has it by
        now."""
        if self._done:
            return
        self._done = True
        file = self.file
        file.flush()
        if self._temporary is not None:
            os.fsync(file.fileno())
        file.close()
        if self._temporary is not None:
            self._take_name(self._temporary)
        self._temporary = None

    def discard(self) -> None:
        """Leaves nothing behind."""
        if self._file is not None:
            self._file.close()
        if self._temporary is not None:
            self._temporary.unlink(missing_ok=True)

    def _neighbour(self) -> IO[bytes]:
        self._sweep()
        handle, name = tempfile.mkstemp(
            prefix=f".{self._path.name[:80]}.", suffix=".part", dir=self._path.parent
        )
        self._temporary = Path(name)
        # mkstemp makes files for the owner alone; a result has the rights that any new file would
        # have.
        mask = os.umask(0)
        os.umask(mask)
        rights = stat.S_IMODE(self._path.stat().st_mode) if self._path.is_file() else 0o666 & ~mask
        os.fchmod(handle, rights)
        file = os.fdopen(handle, "wb")
        with suppress(OSError):
            _lock(file)
        return file

    def _sweep(self) -> None:
        """Removes what a run that was killed left of this file; what another still writes is locked
        by it."""
        for left in self._path.parent.glob(f".{escape(self._path.name[:80])}.*.part"):
            with suppress(OSError), left.open("rb") as file:
                _lock(file)
                if time.time() - left.stat().st_mtime > MIN_AGE_S:
                    left.unlink()

    def _take_name(self, temporary: Path) -> None:
        """Renames the finished file; raises UsageError where another appeared meanwhile."""
        if self._force:
            temporary.replace(self._path)
            return
        try:
            os.link(temporary, self._path)
        except FileExistsError:
            temporary.unlink(missing_ok=True)
            raise UsageError(
                f"{self.name}: appeared meanwhile and is kept; choose another name, or replace it with --force"
            ) from None
        except OSError:  # a file system without hard links
            temporary.replace(self._path)
        else:
            temporary.unlink()


def _lock(file: IO[bytes]) -> None:
    """Marks a file as being written; raises BlockingIOError where another process has. The system
    takes the mark away with the process."""
    if sys.platform != "win32":
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
