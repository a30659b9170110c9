"""Who multiplies spaCy's matrices: numpy's BLAS on one thread, up to four times as fast as spaCy's
own BLIS."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language


def by_numpy(nlp: Language) -> None:
    """Let numpy multiply for every model of the pipeline that runs on the CPU; calling it again
    changes nothing."""
    from thinc.api import NumpyOps

    ops = _ops()
    for _, pipe in nlp.pipeline:
        model: Any = getattr(pipe, "model", None)
        for node in model.walk() if model else ():
            if isinstance(node.ops, NumpyOps):
                node.ops = ops


@lru_cache(maxsize=1)
def _ops() -> Any:
    from thinc.api import NumpyOps

    return NumpyOps(use_blis=False)


class _Stretches:
    """Those going on in all threads: BLAS has one limit for all of them."""

    lock = Lock()
    count = 0
    limit: Any = None


@contextmanager
def one_thread() -> Iterator[None]:
    """A stretch of work in which matrices, too small to share, are multiplied on one thread, also beside other such
    stretches."""
    with _Stretches.lock:
        if not _Stretches.count:
            _Stretches.limit = _blas().limit(limits=1)
        _Stretches.count += 1
    try:
        yield
    finally:
        with _Stretches.lock:
            _Stretches.count -= 1
            if not _Stretches.count:
                _Stretches.limit.restore_original_limits()


@lru_cache(maxsize=1)
def _blas() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController().select(user_api="blas")
