"""Few weights fitted to made-up drafts: each example belongs to a bundle of articles, and is judged by weights that
were fitted without it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from training.logistic import newton

RULES = Path(__file__).resolve().parents[1] / "claims" / "rules" / "en"
DIGITS = 2


class Example(NamedTuple):
    """The bundle, what is seen by name (what is not named is 0), and whether it is so."""

    bundle: str
    shown: dict[str, float]
    right: bool


def fitted(rows: Sequence[Example], penalty: float) -> dict[str, float]:
    """Logistic regression (Cox 1958) by Newton's method, with a penalty on every weight."""
    names = list(dict.fromkeys(name for row in rows for name in row.shown))
    x = np.array([[row.shown.get(name, 0.0) for name in names] for row in rows])
    y = np.array([float(row.right) for row in rows])
    weights = newton(x, y, np.full(len(names), penalty))
    return {name: round(float(w), DIGITS) for name, w in zip(names, weights, strict=True)}


def left_out(rows: Sequence[Example], penalty: float) -> Iterator[tuple[float, bool]]:
    """How likely each example is right by weights that were fitted without its bundle, and whether it is."""
    for bundle in sorted({row.bundle for row in rows}):
        weights = fitted([row for row in rows if row.bundle != bundle], penalty)
        for row in rows:
            if row.bundle == bundle:
                odds = sum(weights.get(name, 0.0) * value for name, value in row.shown.items())
                yield 1 / (1 + math.exp(-odds)), row.right


def write(name: str, reason: str, weights: dict[str, float]) -> None:
    """Keeps weights as a file of rules."""
    text = json.dumps({"reason": reason, "weights": weights}, indent=1) + "\n"
    (RULES / f"{name}.json").write_text(text, encoding="utf-8")
