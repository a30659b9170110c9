"""The trained network as onnxruntime runs it: windows of wordpieces in, numbers out, on several threads; nothing
about what the numbers mean."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.resources import as_file
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from claims.detect.ahead import Later
from claims.detect.four_bits import WEIGHTS, widened
from claims.onnx_runtime import onnxruntime

Outputs = list[NDArray[np.float32]]
"""Logits (rows, TAGS), states (rows, hidden) and, where the model looks for entities, their logits (rows, kinds)."""
MAX_AT_ONCE = 4
"""Windows that are run at a time, each on memory of its own; from twice as many threads on, several share a window."""


class Network:
    """The tagger of a model, loaded once."""

    def __init__(self, weights: Traversable, entities: bool, beside: Network | None = None) -> None:
        """beside: another network, whose threads this one uses too."""
        self._wanted = ["logits", "hidden", *(["entities"] if entities else [])]
        at_once = min(threads(), MAX_AT_ONCE)
        self._session = _session(weights, threads() // at_once)
        self.others: ThreadPoolExecutor | None = None
        if beside is not None:
            self.others = beside.others
        elif at_once > 1:  # whoever asks for results is one of the threads
            self.others = ThreadPoolExecutor(at_once - 1, "onrecord-network")

    @property
    def has_threads(self) -> bool:
        """Whether windows are run before anybody waits for them."""
        return self.others is not None

    def run(self, pieces: list[int], features: list[int]) -> Outputs:
        """What the network says of each of one window's pieces.

        One window a run: int8 activations are scaled over all that is run together, so that windows
        in company would change each other's claims, over articles too; and nothing is lost, for one
        window fills a core.
        """
        inputs = {
            "pieces": np.array([pieces], dtype=np.int64),
            "features": np.array([features], dtype=np.int64),
        }
        return [out[0] for out in self._session.run(self._wanted, inputs)]

    def later(
        self, pieces: list[int], features: list[int], heads: list[int], kept: int | None = None
    ) -> Later[Outputs]:
        """The same of the first piece of each word, for whoever asks later; kept: of how many outputs."""
        return Later(self.others, partial(self._of_words, pieces, features, heads, kept))

    def _of_words(
        self, pieces: list[int], features: list[int], heads: list[int], kept: int | None
    ) -> Outputs:
        return [rows[heads] for rows in self.run(pieces, features)[:kept]]


def threads() -> int:
    """How many threads may work."""
    return int(os.environ.get("ONRECORD_THREADS", "0")) or os.cpu_count() or 1


def _session(weights: Traversable, threads_a_window: int) -> Any:
    library = onnxruntime()
    options = library.SessionOptions()
    options.intra_op_num_threads = threads_a_window
    options.log_severity_level = 3
    # waiting threads would burn CPU time
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # a sum and a LayerNormalization take a fifth of the time of the two as one
    options.add_session_config_entry(
        "optimization.disable_specified_optimizers", "SkipLayerNormFusion"
    )
    if (weights / WEIGHTS).is_file():
        with as_file(weights / WEIGHTS) as path, np.load(path) as arrays:
            given = widened(arrays)
        values = [library.OrtValue.ortvalue_from_numpy(matrix) for matrix in given.values()]
        options.add_external_initializers(list(given), values)
    with as_file(weights / "tagger.onnx") as path:
        return library.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
