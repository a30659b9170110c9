"""A Dask cluster as a crew: shares go to its scheduler, answers come back from its workers; the one module that knows
Dask. No message holds an address, which may hold a password."""

from __future__ import annotations

import logging
import pickle
import time
import warnings
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from functools import partial
from queue import Empty, SimpleQueue
from typing import Any
from uuid import uuid4

from claims.errors import OnrecordError, UsageError
from cli.jobs.cluster_worker import read_share, releases
from cli.jobs.frames import STOP, TROUBLE
from cli.jobs.in_order import NobodyAnswersError, Ticket
from cli.jobs.reading_process import KILLED, Work

CONNECT_SECONDS = 5
PORTS = 1 << 16
WORKERS_SECONDS = 20
"""That a run waits for the first worker to join."""
DESERTED_SECONDS = 60
"""That a run waits for another worker once all are gone."""
LOOK_SECONDS = 2.0
"""Between two looks at how many workers there are."""
NEEDED = "--cluster needs Dask's distributed, an extra; run `pip install 'onrecord[cluster]'`"
NOBODY = f"--cluster: no scheduler answers at this address within {CONNECT_SECONDS} seconds; see docs/cluster.md"
REFUSED = "--cluster: cannot be spoken to ({}); an address is as tcp://HOST:8786, and tls:// needs certificates"
LOST = "the cluster's scheduler is gone; what is saved is kept, run the same command again to go on"
NO_WORKERS = "the cluster has no workers; what is saved is kept, run the same command again once some have joined"
WITHOUT = (
    "a worker or the scheduler of the cluster cannot load onrecord; install the same release there"
)
FAULT = "a worker or the scheduler of the cluster fails ({}); install the same release there, and see what they log"


class Cluster:
    """Workers of a cluster, as many at a time as there are."""

    def __init__(self, work: Work, address: str) -> None:
        """Raises UsageError without the extra, OnrecordError where nobody answers or no worker is there."""
        self._client = _connected(address)
        self._answers: SimpleQueue[tuple[Ticket, bytes]] = SimpleQueue()
        self._work, self._seconds = pickle.dumps(work), work.choice.seconds
        self._expected, self._name = releases(), uuid4().hex
        self._futures: dict[Ticket, Any] = {}
        self._width, self._looked, begun = 0, 0.0, time.monotonic()
        while not self.width:
            if time.monotonic() - begun > WORKERS_SECONDS:
                self.close()
                raise OnrecordError(NO_WORKERS)
            time.sleep(LOOK_SECONDS / 10)
            self._looked = 0.0

    @property
    def width(self) -> int:
        """How many threads the workers have, looked up now and then; raises OnrecordError where the
        scheduler is gone."""
        if time.monotonic() - self._looked > LOOK_SECONDS:
            with _speaking():
                self._width = sum(self._client.nthreads().values())
            self._looked = time.monotonic()
        return self._width

    def hand(self, ticket: Ticket, share: list[Any]) -> None:
        """Sends a share to the scheduler; raises OnrecordError where that is gone."""
        pickled = pickle.dumps(share, pickle.HIGHEST_PROTOCOL)
        with _speaking():
            future = self._client.submit(
                read_share, self._work, self._seconds, self._expected, pickled,
                key=f"onrecord-{self._name}-{ticket.share}-{ticket.place}",
                pure=False, priority=-ticket.share,
            )  # fmt: skip
            self._futures[ticket] = future
            future.add_done_callback(partial(self._done, ticket))

    def answer(self, seconds: float | None = None) -> tuple[Ticket, bytes]:
        """Waits for the next share that is done with; raises OnrecordError where the scheduler or all workers are
        gone, NobodyAnswersError where it takes longer."""
        begun = seen = time.monotonic()  # whoever saves meanwhile looks at no workers
        while True:
            with suppress(Empty):
                return self._answers.get(timeout=min(LOOK_SECONDS, seconds or LOOK_SECONDS))
            if seconds is not None and time.monotonic() - begun >= seconds:
                raise NobodyAnswersError("nobody answers")
            if self.width:
                seen = time.monotonic()
            elif time.monotonic() - seen > DESERTED_SECONDS:
                raise OnrecordError(NO_WORKERS)

    @property
    def has_answer(self) -> bool:
        """Whether a share is done with already."""
        return not self._answers.empty()

    def close(self) -> None:
        """Leaves the cluster, which drops what was asked of it."""
        self._futures.clear()
        with suppress(Exception):
            self._client.close(timeout=CONNECT_SECONDS)

    def _done(self, ticket: Ticket, future: Any) -> None:
        """Called in a thread of Dask's."""
        said = _said(future)
        self._futures.pop(ticket, None)  # lets the cluster forget it
        self._answers.put((ticket, said))


def _said(future: Any) -> bytes:
    from distributed import KilledWorker
    from distributed.comm import CommClosedError

    try:
        said: bytes = future.result()
        return said
    except (CancelledError, CommClosedError):  # before and after the answer is known to be there
        return STOP + pickle.dumps(OnrecordError(LOST))
    except KilledWorker:
        return TROUBLE + pickle.dumps(KILLED)
    except ImportError:
        return STOP + pickle.dumps(OnrecordError(WITHOUT))
    except Exception as error:
        return STOP + pickle.dumps(OnrecordError(FAULT.format(type(error).__name__)))


def _connected(address: str) -> Any:
    """A client of the scheduler; raises UsageError without the extra or for what is no address, OnrecordError where
    nobody answers."""
    try:
        from distributed import Client
    except ImportError:
        raise UsageError(NEEDED) from None
    for name in ("distributed", "distributed.client", "tornado.application", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what they say has addresses in it
    warnings.filterwarnings("ignore", module="distributed")
    try:
        security = _security(address)
        return Client(address, security=security, timeout=CONNECT_SECONDS, set_as_default=False)
    except OSError:
        raise OnrecordError(NOBODY) from None
    except Exception as error:
        raise UsageError(REFUSED.format(type(error).__name__)) from None


def _security(address: str) -> Any:
    """Who we are to the scheduler; raises ValueError for an address that Dask refuses. A client that it refuses itself
    says so with a traceback when it is thrown away."""
    from distributed import Security
    from distributed.comm import get_address_host_port

    host, port = get_address_host_port(address)
    host.encode("idna")
    if not host or not 0 < port < PORTS:
        raise ValueError("no host or no port")
    security = Security()
    if address.startswith("tls") and not security.get_connection_args("client")["ssl_context"]:
        raise ValueError("no certificates")
    return security


@contextmanager
def _speaking() -> Iterator[None]:
    """Around what asks the scheduler; raises OnrecordError where it is gone."""
    try:
        yield
    except Exception:
        raise OnrecordError(LOST) from None
