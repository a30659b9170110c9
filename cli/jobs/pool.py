"""Reading processes of this machine, each with a thread that speaks to it."""

from __future__ import annotations

import pickle
from queue import Empty, PriorityQueue, SimpleQueue
from threading import Thread
from typing import Any

from cli.interrupts import kept_from_children
from cli.jobs.in_order import NobodyAnswersError, Ticket
from cli.jobs.reading_process import ReadingProcess, Work

_OVER = Ticket(-1, -1)
"""Comes before every share: the thread that takes it ends."""


class Pool:
    """Processes that end with it."""

    def __init__(self, work: Work, width: int) -> None:
        self.width = width
        self._shares: PriorityQueue[tuple[Ticket, bytes]] = PriorityQueue()
        self._answers: SimpleQueue[tuple[Ticket, bytes]] = SimpleQueue()
        made = pickle.dumps(work)
        self.processes = [ReadingProcess(made, work.choice.seconds) for _ in range(width)]
        self._threads = [
            Thread(target=self._serve, args=(process,), daemon=True) for process in self.processes
        ]

    def hand(self, ticket: Ticket, share: list[Any]) -> None:
        """Puts a share where the next process that is free takes it."""
        self._shares.put((ticket, pickle.dumps(share, pickle.HIGHEST_PROTOCOL)))
        for thread in self._threads:
            if not thread.ident:
                with kept_from_children():  # a thread hands on which signals it blocks
                    thread.start()

    def answer(self, seconds: float | None = None) -> tuple[Ticket, bytes]:
        """Waits for the next share that is done with; raises NobodyAnswersError where it takes longer."""
        try:
            return self._answers.get(timeout=seconds)
        except Empty:
            raise NobodyAnswersError("nobody answers") from None

    @property
    def has_answer(self) -> bool:
        """Whether a share is done with already."""
        return not self._answers.empty()

    def close(self) -> None:
        """Ends the processes and waits for that: left to themselves they would outlive the command."""
        for _ in self._threads:
            self._shares.put((_OVER, b""))
        for process in self.processes:
            process.close()
        for thread in self._threads:
            if thread.ident:
                thread.join()

    def _serve(self, process: ReadingProcess) -> None:
        while (share := self._shares.get())[0] != _OVER:
            self._answers.put((share[0], process.ask(share[1])))
