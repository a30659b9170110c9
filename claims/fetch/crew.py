"""Many addresses over many hosts at once, of each host one after the other; what is asked, and what is done with
the answers, is the caller's."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from queue import Empty, Full, Queue
from threading import Event, Lock, Thread
from typing import Generic, TypeVar

J = TypeVar("J")
R = TypeVar("R")
HOSTS_AT_ONCE = 8
MAX_WAITING_ANSWERS = 2
"""Beyond one a thread: answers are large, and reading is slower than fetching."""
TICK_SECONDS = 0.2


class Crew(Generic[J, R]):
    """Threads that do jobs, host by host in turn; iterating gives each job with its result as it comes."""

    def __init__(self, work: Callable[[J], R], threads: int = HOSTS_AT_ONCE) -> None:
        self._work, self._size = work, threads
        self._waiting: dict[str, deque[J]] = {}
        self._ready: Queue[str] = Queue()
        self._done: Queue[tuple[J, R]] = Queue(MAX_WAITING_ANSWERS)
        self._lock, self._stop = Lock(), Event()
        self._threads: list[Thread] = []
        self.outstanding = 0

    def put(self, job: J, host: str) -> None:
        """One more job."""
        self.outstanding += 1
        with self._lock:
            jobs = self._waiting.get(host)
            if jobs is not None:
                jobs.append(job)
                return
            self._waiting[host] = deque([job])
        self._ready.put(host)
        if len(self._threads) < self._size:
            # Of its own accord none of them keeps the program from ending.
            thread = Thread(target=self._run, daemon=True)
            self._threads.append(thread)
            thread.start()

    def __iter__(self) -> Iterator[tuple[J, R]]:
        while self.outstanding:
            done = self._done.get()
            self.outstanding -= 1
            yield done

    def close(self) -> None:
        """No thread begins another job."""
        self._stop.set()

    def _run(self) -> None:
        while not self._stop.is_set():
            try:
                host = self._ready.get(timeout=TICK_SECONDS)
            except Empty:
                continue
            with self._lock:
                job = self._waiting[host][0]
            self._hand_over((job, self._work(job)))
            with self._lock:
                jobs = self._waiting[host]
                jobs.popleft()
                if not jobs:
                    del self._waiting[host]
            if jobs:
                self._ready.put(host)  # behind the other hosts

    def _hand_over(self, done: tuple[J, R]) -> None:
        while not self._stop.is_set():
            try:
                self._done.put(done, timeout=TICK_SECONDS)
                return
            except Full:
                continue
