"""`onrecord` with a pipeline that only waits and a store that takes its time to save; a process of its own
for the tests of Ctrl-C, whose reading processes run this file too."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import cli.jobs.pipelines
from claims.model import Article, Header, Reading, Versions
from store.doors.articles import Articles

MADE = Versions("1", "sm", "net", "aaaa")
_save_many = Articles.save_many


class Slow:
    """Reads nothing, in a while."""

    def read(self, articles: Iterable[Article]) -> Iterator[Reading]:
        """An empty reading each."""
        for article in articles:
            time.sleep(0.02)
            yield Reading(article, Header(), (), MADE)


def _slowly(self: Articles, readings: Sequence[Reading], run: str | None) -> Any:
    os.write(2, f"SAVING {len(readings)}\n".encode())
    time.sleep(float(os.environ["SAVING_SECONDS"]))
    return _save_many(self, readings, run)


def slow(choice: object) -> Slow:
    """In the place of the pipeline."""
    return Slow()


if __name__ == "__main__":
    import interrupted_run  # type: ignore[import-not-found]  # so reading processes know this file

    from cli.main import run

    setattr(cli.jobs.pipelines, "_pipeline", interrupted_run.slow)  # noqa: B010
    setattr(Articles, "save_many", _slowly)  # noqa: B010
    os.write(2, b"BEGUN\n")
    run()
