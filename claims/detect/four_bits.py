"""Weights that lie on disk in four bits each as the integers of eight bits that a network multiplies; nothing is run
here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

WEIGHTS = "weights.npz"
"""Of each matrix (inputs, outputs): the weights, two a byte; what stands for zero in each block of inputs, likewise;
and how many of the matrix's own steps a block's step is."""


def widened(arrays: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[np.int8]]:
    """The matrices of a file of weights, by name."""
    names = [name.removesuffix(".four") for name in arrays if name.endswith(".four")]
    return {
        name: _eight(arrays[f"{name}.four"], arrays[f"{name}.zeros"], arrays[f"{name}.steps"])
        for name in names
    }


def _eight(packed: NDArray[Any], zeros: NDArray[Any], steps: NDArray[Any]) -> NDArray[np.int8]:
    blocks, outputs = steps.shape
    weights = _apart(packed).reshape(blocks, -1, outputs)
    wide = (weights - _apart(zeros)[:, None]) * steps[:, None]
    out: NDArray[np.int8] = np.rint(wide, out=wide).astype(np.int8).reshape(-1, outputs)
    return out


def _apart(packed: NDArray[Any]) -> NDArray[np.float32]:
    out = np.empty((len(packed), 2 * packed.shape[1]), np.float32)
    out[:, 0::2], out[:, 1::2] = packed & 15, packed >> 4
    return out
