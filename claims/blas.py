"""Who multiplies spaCy's matrices: numpy's BLAS on one thread, up to four times as fast as spaCy's
own BLIS."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

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


def one_thread() -> AbstractContextManager[Any]:
    """A stretch of work in which matrices, too small to share, are multiplied on one thread."""
    limits: AbstractContextManager[Any] = _blas().limit(limits=1)
    return limits


@lru_cache(maxsize=1)
def _blas() -> Any:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController().select(user_api="blas")
