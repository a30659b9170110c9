"""A throw-away PostgreSQL server for tests: started once a session without rights, skipped where
there is none."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

USERS = ("postgres", "nobody")
"""Who the server runs as where the tests run as root, for initdb refuses root."""

COPIES_FILES = 150_000
"""The version from which a copy may be made of files, which takes two thirds of the time."""
MEMORY, ROOM = Path("/dev/shm"), 4 << 30


class Server:
    """A running server; each new database is a copy of one that was made once."""

    def __init__(self, sockets: Path, control: Callable[..., None]) -> None:
        self._sockets, self._control, self._numbers = sockets, control, itertools.count(1)
        self._store = ""

    def url(self, database: str) -> str:
        """The address of a database."""
        return f"postgresql+psycopg://onrecord@/{database}?host={self._sockets}"

    def new(self, template: str = "template1") -> str:
        """The address of a new database."""
        name = f"made{next(self._numbers)}"
        self._copy(template, name)
        return self.url(name)

    def new_store(self) -> str:
        """The address of a new store, a copy of one that was made once."""
        if not self._store:
            from store.store import open_store

            location = self.new()
            open_store(location).close()
            self._store = location.partition("?")[0].rpartition("/")[2]
        return self.new(self._store)

    def restart(self, mode: str = "fast") -> None:
        """Ends every session, politely (fast) or as a crash does (immediate), and starts again."""
        self._control("-m", mode, "restart")

    def _copy(self, template: str, name: str) -> None:
        import psycopg

        with psycopg.connect(
            f"host={self._sockets} user=onrecord dbname=postgres", autocommit=True
        ) as connection:
            files = connection.info.server_version >= COPIES_FILES
            how = " STRATEGY FILE_COPY" if files else ""
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"{how}')  # type: ignore[call-overload]


def programs() -> Path | None:
    """The folder of initdb and pg_ctl."""
    found = shutil.which("initdb")
    places = (
        [Path(found).parent]
        if found
        else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    )
    return next((place for place in places if (place / "initdb").is_file()), None)


def _user() -> str | None:
    """Whom to run the server as; None for ourselves. Skips where we are root and nobody else is
    known."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    for name in USERS:
        if name in known:
            return name
    pytest.skip("PostgreSQL does not run as root, and there is no other user to run it as")


def _in_memory() -> Path | None:
    """A folder that lies in memory, where there is one with room; a disk takes long to make and
    unmake so many small files."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        return MEMORY
    return None


@contextmanager
def running() -> Iterator[Server]:
    """The server, gone afterwards with everything in it; skips with the reason where it cannot be
    had."""
    bin = programs()
    if bin is None:
        pytest.skip("no PostgreSQL server (initdb) is installed")
    pytest.importorskip(
        "psycopg", reason="the driver is not installed: pip install 'onrecord[postgres]'"
    )
    user = _user()
    with tempfile.TemporaryDirectory(
        prefix="onrecord-pg-", dir=_in_memory(), ignore_cleanup_errors=True
    ) as folder:
        data = Path(folder) / "data"
        if user:
            shutil.chown(folder, user)
        _call(
            [
                bin / "initdb",
                "-D",
                data,
                "-U",
                "onrecord",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-sync",
            ],
            user,
            folder,
        )
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c full_page_writes=off"

        def control(*words: str) -> None:
            log = ["-w", "-l", Path(folder) / "log", "-o", options]
            _call([bin / "pg_ctl", "-D", data, *log, *words], user, folder)

        control("start")
        try:
            yield Server(Path(folder), control)
        finally:
            control("-m", "immediate", "stop")


def _call(command: list[str | Path], user: str | None, folder: str) -> None:
    done = subprocess.run(
        command, user=user, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}, check=False,
    )  # fmt: skip
    if done.returncode:
        pytest.skip(
            f"{Path(command[0]).name} failed: {done.stderr.decode(errors='replace').strip()[-200:]}"
        )
