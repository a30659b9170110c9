"""A small network that reads two statements side by side (cross-encoder, Reimers and Gurevych 2019) and
says how they stand to each other; what follows from it is decided in pair_model.py.

It reads one pair at a time, so that what it says of two statements never depends on what else is read.
"""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np

from claims.errors import ModelError
from claims.onnx_runtime import onnxruntime
from claims.rules.lists import load as load_list
from claims.wordpieces import ADVICE, wordpieces

MAX_PIECES = 56
"""Of a statement; of a longer one the beginning and the end are read."""
END_PIECES = 16
"""Of a longer one, those of its end."""
CLS, SEP = 101, 102
PAIRS_REMEMBERED = 8_192
WEIGHTS = "claims.weights"


class PairReading(NamedTuple):
    """The probabilities that two statements are one, that one says more than the other, that both cannot be
    true, and that they are of different things; 1 together."""

    same: float
    part: float
    contradicting: float
    other: float


@lru_cache(maxsize=PAIRS_REMEMBERED)
def read_pair(left: str, right: str) -> PairReading:
    """How two statements stand to each other; the order of the two tells nothing. Raises ModelError where the
    network or its wordpieces are missing."""
    pieces, sides = side_by_side(*sorted((left, right)))
    fed = {"pieces": np.array([pieces], np.int64), "sides": np.array([sides], np.int64)}
    (scores,) = _session().run(None, fed)
    return PairReading(*_softmax(scores[0]))


def load() -> None:
    """Loads the network, which the first pair would wait for. Raises ModelError where it is missing."""
    _tokenizer()
    _session()


def side_by_side(left: str, right: str) -> tuple[list[int], list[int]]:
    """The wordpieces of both with the marks between, and for each piece of which of the two it is."""
    first, second = _pieces(left), _pieces(right)
    sides = [0] * (len(first) + 2) + [1] * (len(second) + 1)
    return [CLS, *first, SEP, *second, SEP], sides


def _pieces(text: str) -> list[int]:
    ids: list[int] = _tokenizer().encode(text, add_special_tokens=False).ids
    return ids if len(ids) <= MAX_PIECES else [*ids[: MAX_PIECES - END_PIECES], *ids[-END_PIECES:]]


def _softmax(scores: Any) -> list[float]:
    odds = np.exp(scores - scores.max())
    shares: list[float] = (odds / odds.sum()).tolist()
    return shares


@cache
def _tokenizer() -> Any:
    return wordpieces()


@cache
def _session() -> Any:
    library = onnxruntime()
    options = library.SessionOptions()
    # So short a text is read faster by one thread than by two that wait for each other.
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return library.InferenceSession(_network(), options, providers=["CPUExecutionProvider"])


def _network() -> bytes:
    """The network that the weights of pair_reading.json were fitted for; raises ModelError where it is not
    there, or another one is."""
    try:
        network = (files(WEIGHTS) / "pairs" / "reader.onnx").read_bytes()
    except OSError as error:
        raise ModelError(f"the weights of the pair reader are missing: {ADVICE}") from error
    if hashlib.sha256(network).hexdigest() != load_list("pair_reading")["network"]:
        raise ModelError(f"the weights of the pair reader are not those that belong here: {ADVICE}")
    return network
