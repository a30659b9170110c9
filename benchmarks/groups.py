"""F1 by kind of claim and by outlet on the dev articles, with intervals: how far a figure of the model card may be off.

    python -m benchmarks.groups [--model MODEL] [--pred FILE]

Counted as `score.py` counts; 95 % by bootstrap over articles.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.confidence import load_scorer
from benchmarks.quality import DATA, DEV, predicted

DRAWS, SEED = 2000, 1
WHOLE = "attribution"
KINDS = (WHOLE, "kind direct", "kind mixed", "kind indirect", "attribution-strict", "content-only")
Counts = Mapping[str, Sequence[int]]


def counts(scorer: ModuleType, gold: Mapping[str, Any], pred: Mapping[str, Any]) -> dict[str, Counts]:
    """For each article what the scorer sums: hits and all of the predicted, hits and all of the gold."""
    found = {}
    for doc, row in gold.items():
        inside = scorer.quoted(row["text"])
        parts = (scorer.prepare(one, row["text"], inside) for one in (row, pred.get(doc, {"doc": doc})))
        found[doc] = scorer.count(*parts)
    return found


def misses(scorer: ModuleType, gold: Mapping[str, Any], pred: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    """Why claims are not paired: the source is another, the edges of the content are, or nothing is there."""
    found = {side: dict.fromkeys(("other source", "other edges", "nothing there"), 0) for side in ("missed", "false")}
    for doc, row in gold.items():
        inside = scorer.quoted(row["text"])
        wanted, made = (scorer.prepare(one, row["text"], inside) for one in (row, pred.get(doc, {"doc": doc})))
        paired = {id(one) for pair in scorer.matching(wanted, made, scorer.TESTS[WHOLE]) for one in pair}
        for side, ours, others in (("missed", wanted, made), ("false", made, wanted)):
            for one in ours:
                if id(one) not in paired:
                    best = max((scorer.iou(one["content"], other["content"]) for other in others), default=0.0)
                    why = "other source" if best >= 0.5 else "other edges" if best else "nothing there"
                    found[side][why] += 1
    return found


def interval(rows: Sequence[Counts], name: str) -> list[float]:
    """F1 of all rows, and the bounds within which 95 % of the draws of as many rows lie."""
    table = np.array([list(row.get(name, (0, 0, 0, 0))) for row in rows], float)
    weights = np.random.default_rng(SEED).multinomial(len(rows), np.full(len(rows), 1 / len(rows)), DRAWS)
    low, high = np.quantile(_f1(weights @ table), [0.025, 0.975])
    return [round(float(figure), 3) for figure in (_f1(table.sum(0)[None])[0], low, high)]


def _f1(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    p, r = sums[:, 0] / np.maximum(sums[:, 1], 1), sums[:, 2] / np.maximum(sums[:, 3], 1)
    return np.asarray(2 * p * r / np.maximum(p + r, 1e-9))


def main() -> int:
    """Print [F1, low, high] of kinds, [articles, F1, low, high] of outlets, and why claims go wrong, as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.groups", description=__doc__)
    parser.add_argument("--model", default="fast", help="fast, accurate or a folder")
    parser.add_argument("--pred", type=Path, help="score this output of `onrecord extract` instead of running it")
    args = parser.parse_args()
    if not DATA.is_dir():
        print("the evaluation data (../shared/eval) is not beside this checkout", file=sys.stderr)
        return 2
    scorer = load_scorer(DATA / "score.py")
    gold = scorer.load(str(DATA / DEV))
    pred = predicted(args.model, args.pred)
    found = counts(scorer, gold, pred)
    outlets: dict[str, list[Counts]] = defaultdict(list)
    for doc, row in gold.items():
        outlets[row["publisher"]].append(found[doc])
    figures = {
        "kinds": {name.removeprefix("kind "): interval(list(found.values()), name) for name in KINDS},
        "outlets": {name: [len(outlets[name]), *interval(outlets[name], WHOLE)] for name in sorted(outlets)},
        "errors": misses(scorer, gold, pred),
    }
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
