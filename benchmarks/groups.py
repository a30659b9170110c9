"""F1 by kind of claim and by outlet on the dev articles, with intervals: how far a figure of the
model card may be off.

    python -m benchmarks.groups [--model MODEL] [--pred FILE]

Counted as `score.py` counts; 95 % by bootstrap over articles.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.confidence import read_dev

DRAWS, SEED = 2000, 1
WHOLE = "attribution"
KINDS = (WHOLE, "kind direct", "kind mixed", "kind indirect", "attribution-strict", "content-only")
WHY = ("other source", "other edges", "nothing there")
Counts = Mapping[str, Sequence[int]]


def sides(
    scorer: ModuleType, gold: Mapping[str, Any], pred: Mapping[str, Any]
) -> Iterator[tuple[dict[str, Any], list[Any], list[Any]]]:
    """Each article with its gold and its predicted attributions as the scorer prepares them."""
    for doc, row in gold.items():
        inside = scorer.quoted(row["text"])
        wanted, made = (
            scorer.prepare(one, row["text"], inside) for one in (row, pred.get(doc, {"doc": doc}))
        )
        yield row, wanted, made


def misses(scorer: ModuleType, wanted: list[Any], made: list[Any]) -> Counter[tuple[str, str]]:
    """Why claims are not paired: the source is another, the edges of the content are, or nothing is
    there."""
    found: Counter[tuple[str, str]] = Counter()
    paired = {
        id(one) for pair in scorer.matching(wanted, made, scorer.TESTS[WHOLE]) for one in pair
    }
    for side, ours, others in (("missed", wanted, made), ("false", made, wanted)):
        for one in ours:
            if id(one) not in paired:
                best = max(
                    (scorer.iou(one["content"], other["content"]) for other in others), default=0.0
                )
                found[
                    side,
                    "other source" if best >= 0.5 else "other edges" if best else "nothing there",
                ] += 1
    return found


def interval(rows: Sequence[Counts], name: str) -> list[float]:
    """F1 of all rows, and the bounds within which 95 % of the draws of as many rows lie."""
    table = np.array([list(row.get(name, (0, 0, 0, 0))) for row in rows], float)
    weights = np.random.default_rng(SEED).multinomial(
        len(rows), np.full(len(rows), 1 / len(rows)), DRAWS
    )
    low, high = np.quantile(_f1(weights @ table), [0.025, 0.975])
    return [round(float(figure), 3) for figure in (_f1(table.sum(0)[None])[0], low, high)]


def _f1(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    p, r = sums[:, 0] / np.maximum(sums[:, 1], 1), sums[:, 2] / np.maximum(sums[:, 3], 1)
    return np.asarray(2 * p * r / np.maximum(p + r, 1e-9))


def main() -> int:
    """Print [F1, low, high] of kinds, [articles, F1, low, high] of outlets, and why claims go
    wrong, as JSON."""
    scorer, gold, pred = read_dev("benchmarks.groups", __doc__)
    outlets: dict[str, list[Counts]] = defaultdict(list)
    wrong: Counter[tuple[str, str]] = Counter()
    for row, wanted, made in sides(scorer, gold, pred):
        outlets[row["publisher"]].append(scorer.count(wanted, made))
        wrong += misses(scorer, wanted, made)
    every = [counts for some in outlets.values() for counts in some]
    figures = {
        "kinds": {name.removeprefix("kind "): interval(every, name) for name in KINDS},
        "outlets": {
            name: [len(outlets[name]), *interval(outlets[name], WHOLE)] for name in sorted(outlets)
        },
        "errors": {side: {why: wrong[side, why] for why in WHY} for side in ("missed", "false")},
    }
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
