"""What an answer of a store takes: on the clock, and of processors, a server's included that runs on this machine."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

from sqlalchemy import Engine

_TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
_PROCESSES = Path("/proc")
_OWN_TICKS, _CHILDREN_TICKS = slice(11, 13), slice(13, 15)
"""Fields of a process' line of numbers behind its name: its own time, and that of its children that ended."""


class Took(NamedTuple):
    """One answer: seconds on the clock, and of processors."""

    clock: float
    processors: float


class Times:
    """What one question took, asked again and again."""

    def __init__(self, ask: Callable[[], object], engine: Engine) -> None:
        self._ask, self._server, self._took = ask, _server_of(engine), list[Took]()

    def again(self) -> None:
        """Asks once more."""
        of_server, own, clock = _server_time(self._server), time.process_time(), time.perf_counter()
        self._ask()
        took, own = time.perf_counter() - clock, time.process_time() - own
        self._took.append(Took(took, own + _server_time(self._server) - of_server))

    def of_processors(self) -> float:
        """Median milliseconds."""
        return 1000 * median(one.processors for one in self._took)

    def on_the_clock(self, share: float = 0.5) -> float:
        """Milliseconds within which this share of the answers came."""
        ordered = sorted(one.clock for one in self._took)
        return 1000 * ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def _server_of(engine: Engine) -> int | None:
    """The process that the processes of a server's sessions come from; None where it is on no or another machine."""
    if engine.dialect.name == "sqlite":
        return None
    with engine.connect() as connection:
        session = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        name = connection.exec_driver_sql("SHOW data_directory").scalar_one()
    numbers = _numbers(session)
    return int(numbers[1]) if numbers and Path(name).exists() else None


def _server_time(server: int | None) -> float:
    """Seconds of processors that the server's processes took, those that ended included."""
    if server is None:
        return 0.0
    total = sum(map(int, (_numbers(server) or [])[_CHILDREN_TICKS])) / _TICKS_A_SECOND
    for place in _PROCESSES.iterdir():
        if (
            place.name.isdigit()
            and (numbers := _numbers(int(place.name)))
            and int(numbers[1]) == server
        ):
            total += _nanoseconds(place) / 1e9
    return total


def _nanoseconds(place: Path) -> int:
    try:
        return int((place / "schedstat").read_text().split()[0])
    except OSError:
        return 0  # it has just ended


def _numbers(process: int) -> list[str] | None:
    """What the system tells of a process, its state first; None where there is none."""
    try:
        return (_PROCESSES / str(process) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
