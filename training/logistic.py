"""Logistic regression (Cox 1958) with a ridge, as all that is fitted to few measures here is."""

from __future__ import annotations

from typing import Any

import numpy as np

ROUNDS = 60
ENOUGH = 1e-8
"""Change of every weight below which nothing more is gained."""


def newton(x: Any, y: Any, ridge: Any, counts: Any = 1.0) -> Any:
    """The weights by Newton's method. x: rows, measures; y: rows, 0 or 1; ridge: one a measure; counts:
    how often each row counts."""
    weights = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-x @ weights))
        bend = (x.T * (counts * likely * (1 - likely))) @ x + np.diag(ridge)
        step = np.linalg.solve(bend, x.T @ (counts * (likely - y)) + ridge * weights)
        weights -= step
        if abs(step).max() < ENOUGH:
            break
    return weights
