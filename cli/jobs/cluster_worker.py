"""What a cluster's worker does with a share: it hands it to a reading process of its own, so that no article harms the
worker. It opens no store."""

from __future__ import annotations

import pickle
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from threading import local
from types import MappingProxyType

from claims.errors import OnrecordError
from cli.jobs.frames import STOP
from cli.jobs.reading_process import ReadingProcess

DECIDING = (
    "onrecord", "spacy", "onnxruntime", "tokenizers", "numpy", "trafilatura", "lxml", "py3langid",
)  # fmt: skip
"""Packages of which another release may read otherwise, or take another text out of a page."""


@cache
def releases() -> tuple[str, ...]:
    """The releases that read here; looked up once, for it takes longer than an answer needs on its way."""
    return tuple(f"{name} {_release(name)}" for name in DECIDING)


def _release(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(none)"


OF_DASK = MappingProxyType({"MALLOC_TRIM_THRESHOLD_": "65536"})
"""Set by Dask for its worker, which then gives freed memory back at once: a process that reads would ask for the same
pages again and again, a tenth of its time. Another value is that of whoever runs the worker, and kept."""


class _OfThread(local):
    process: ReadingProcess | None = None
    work = b""


_MINE = _OfThread()
"""A worker reads as many shares at a time as it has threads; each has a process, which it keeps for the next run."""


def read_share(work: bytes, seconds: float, expected: tuple[str, ...], articles: bytes) -> bytes:
    """The answer to a pickled share, as frames.py has them; work is a pickled Work."""
    if differing := sorted(set(releases()) - set(expected)):
        others = ", ".join(sorted(set(expected) - set(releases())))
        what = f"a worker of the cluster has {', '.join(differing)}, and here is {others}; install the same there"
        return STOP + pickle.dumps(OnrecordError(what))
    if _MINE.process is None or _MINE.work != work:
        if _MINE.process is not None:
            _MINE.process.close()
        _MINE.process, _MINE.work = ReadingProcess(work, seconds, OF_DASK), work
    return _MINE.process.ask(articles)
