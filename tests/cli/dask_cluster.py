"""A scheduler of Dask and its workers on this machine, processes of their own on free ports, ended by number."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.cli.stub_reading import BARRIER, PATIENCE

WORKERS = 2
SETTINGS = {
    "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False",
    "DASK_DISTRIBUTED__WORKER__MEMORY__MONITOR_INTERVAL": "5s",
    "DASK_DISTRIBUTED__ADMIN__TICK__INTERVAL": "2s",
    "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__INTERVAL": "5s",
}
"""Those of docs/cluster.md: Dask watches itself less."""


class LocalCluster:
    """What a test may do to it."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._begun = folder, list[subprocess.Popen[bytes]]()
        self._file = folder / "scheduler.json"
        self.barrier = folder / "barrier"
        self.barrier.mkdir()
        self.scheduler = self._begin(
            "scheduler", "--scheduler-file", str(self._file), "--port", "0"
        )
        self.address = self._address()
        for number in range(WORKERS):
            local = ["--local-directory", str(folder / f"worker{number}")]
            self._begin("worker", self.address, "--nthreads", "1", *local)

    def close_barrier(self) -> Path:
        """The folder at which articles wait, empty."""
        for file in self.barrier.iterdir():
            file.unlink()
        return self.barrier

    def _address(self) -> str:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            with suppress(OSError, ValueError):
                address: str = json.loads(self._file.read_text())["address"]
                return address
            time.sleep(0.05)
        raise AssertionError((self._folder / "log").read_text())

    def processes(self) -> list[int]:
        """Everything that runs for it, reading processes too."""
        return [number for one in self._begun for number in (one.pid, *_below(one.pid))]

    def end(self) -> None:
        """Ends all of it, whatever it does."""
        for number in self.processes():
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        for process in self._begun:
            process.wait()

    def _begin(self, kind: str, *words: str) -> subprocess.Popen[bytes]:
        paths = os.pathsep.join([str(Path(__file__).parent), *sys.path])
        told = {"PYTHONPATH": paths, "DASK_CONFIG": str(self._folder), BARRIER: str(self.barrier)}
        with (self._folder / "log").open("ab") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", kind, *words, "--host", "127.0.0.1", "--no-dashboard"],
                env=os.environ | SETTINGS | told, stdout=log, stderr=log,
            )  # fmt: skip
        self._begun.append(process)
        return process


@contextmanager
def local_cluster(folder: Path) -> Iterator[LocalCluster]:
    """A cluster that ends with the block."""
    folder.mkdir()
    cluster = LocalCluster(folder)
    try:
        yield cluster
    finally:
        cluster.end()


def parent_of(process: int) -> int:
    """The process that began another."""
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


def _below(process: int) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            if parent_of(int(entry.name)) == process:
                found += [*_below(int(entry.name)), int(entry.name)]
    return found
