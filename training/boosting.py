"""Gradient boosting of small trees for a yes or no, over a table of numbers; each tree takes up what the ones before
it left, one split a step where the loss falls most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Table = NDArray[np.float64]
Tree = Any
"""[feature, threshold, tree where it is at most that, tree where it is more], or the number of a leaf."""
MAX_CUTS = 24
"""Of a feature that are tried."""


@dataclass(frozen=True)
class Shape:
    """How many trees, how deep, and what keeps them from learning by heart."""

    trees: int = 120
    depth: int = 3
    rate: float = 0.08
    least: float = 12.0
    """Weight of the rows on either side of a split."""
    ridge: float = 1.0


def boosted(table: Table, right: Table, weight: Table, shape: Shape) -> list[Tree]:
    """Trees whose sum, and the first leaf, are the log odds of yes."""
    cuts = [_cuts(column) for column in table.T]
    bins = np.stack(
        [np.searchsorted(c, column) for c, column in zip(cuts, table.T, strict=True)], 1
    )
    share = float((right * weight).sum() / weight.sum())
    odds = np.full(len(right), np.log(share / (1 - share)))
    trees: list[Tree] = [round(float(odds[0]), 4)]
    for _ in range(shape.trees):
        chance = 1 / (1 + np.exp(-odds))
        slope, bend = weight * (right - chance), weight * chance * (1 - chance)
        tree = _grown(bins, cuts, slope, bend, weight, np.arange(len(right)), shape, shape.depth)
        odds = odds + said(tree, table)
        trees.append(tree)
    return trees


def said(tree: Tree, table: Table) -> Table:
    """What a tree says of every row."""
    if not isinstance(tree, list):
        return np.full(len(table), float(tree))
    feature, cut, low, high = tree
    return np.where(table[:, feature] <= cut, said(low, table), said(high, table))


def chances(trees: list[Tree], table: Table) -> Table:
    """How likely yes is, of every row."""
    odds = np.sum([said(tree, table) for tree in trees], axis=0)
    out: Table = 1 / (1 + np.exp(-odds))
    return out


def _cuts(column: Table) -> Table:
    """Places between the values of a feature, no more than are tried."""
    values = np.unique(column)
    between = (values[1:] + values[:-1]) / 2
    if len(between) > MAX_CUTS:
        between = np.unique(np.quantile(column, np.linspace(0, 1, MAX_CUTS + 2)[1:-1]))
    out: Table = np.round(between, 3)
    return out


def _grown(
    bins: NDArray[np.int64],
    cuts: list[Table],
    slope: Table,
    bend: Table,
    weight: Table,
    rows: NDArray[np.int64],
    shape: Shape,
    depth: int,
) -> Tree:
    """A tree over some rows."""
    found = _best(bins[rows], slope[rows], bend[rows], weight[rows], shape) if depth else None
    if found is None:
        return round(float(shape.rate * slope[rows].sum() / (bend[rows].sum() + shape.ridge)), 4)
    feature, place = found
    is_low = bins[rows, feature] <= place
    low, high = (
        _grown(bins, cuts, slope, bend, weight, part, shape, depth - 1)
        for part in (rows[is_low], rows[~is_low])
    )
    return [feature, float(cuts[feature][place]), low, high]


def _best(
    bins: NDArray[np.int64], slope: Table, bend: Table, weight: Table, shape: Shape
) -> tuple[int, int] | None:
    """The feature and the cut with which the loss falls most."""
    width, size = bins.shape[1], MAX_CUTS + 2
    place = (bins + np.arange(width) * size).ravel()
    slopes, bends, weights = (
        np.cumsum(
            np.bincount(place, np.repeat(value, width), width * size).reshape(width, size), axis=1
        )
        for value in (slope, bend, weight)
    )
    gain = _fall(slopes, bends, shape) + _fall(
        slopes[:, -1:] - slopes, bends[:, -1:] - bends, shape
    )
    gain -= _fall(slopes[:, -1:], bends[:, -1:], shape)
    gain[(weights < shape.least) | (weights[:, -1:] - weights < shape.least)] = -1
    best = int(gain.argmax())
    return divmod(best, size) if gain.flat[best] > 1e-6 else None


def _fall(slope: Table, bend: Table, shape: Shape) -> Table:
    out: Table = slope**2 / (bend + shape.ridge)
    return out
