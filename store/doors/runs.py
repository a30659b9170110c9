"""`store.runs`: which commands wrote to the store, when and with which versions."""

from __future__ import annotations

from store.decisions import log
from store.doors.door import Door, reads, writes


class Runs(Door):
    """The record of runs."""

    start = writes(log.start_run)
    finish = writes(log.finish_run)
    select = reads(log.list_runs)
    read_again = writes(log.read_again)
