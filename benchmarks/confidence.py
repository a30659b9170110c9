"""Whether confidences mean what they say: calibration and the trade of precision for recall on the
dev articles.

    python -m benchmarks.confidence [--model MODEL] [--pred FILE]

Right is what `score.py` counts as right: a content that overlaps by half, and the same source.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality import DATA, DEV, predicted

BINS = 10
LEAST = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)
Table = NDArray[np.float64]


def load_scorer(path: Path) -> ModuleType:
    """The evaluation data's scorer as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(
    scorer: ModuleType, gold: dict[str, Any], pred: dict[str, Any]
) -> tuple[Table, Table, int]:
    """Confidence of each counted prediction, whether it is right, and how many gold attributions
    there are."""
    confidences: list[float] = []
    right: list[bool] = []
    wanted = 0
    for doc, row in gold.items():
        text, inside = row["text"], scorer.quoted(row["text"])
        golds = scorer.prepare(row, text, inside)
        wanted += len(golds)
        ours = []
        for found in pred.get(doc, {"attributions": []})["attributions"]:
            ours += scorer.prepare(
                {"doc": doc, "attributions": [found | {"speaker": found["confidence"]}]},
                text,
                inside,
            )

        def test(g: Any, p: Any) -> bool:
            return scorer.iou(g["content"], p["content"]) >= 0.5 and scorer.same_source(g, p)

        paired = {id(p) for _, p in scorer.matching(golds, ours, test)}
        confidences += [p["speaker"] for p in ours]
        right += [id(p) in paired for p in ours]
    return np.array(confidences), np.array(right, float), wanted


def calibration_error(p: Table, y: Table) -> float:
    """Expected calibration error over bins of equal mass (Naeini et al. 2015)."""
    return float(sum(n * abs(said - true) for n, said, true in reliability(p, y)) / len(p))


def reliability(p: Table, y: Table) -> list[tuple[int, float, float]]:
    """For each of the bins of equal mass: how many, mean confidence, share that is right."""
    parts = np.array_split(np.argsort(p, kind="stable"), BINS)
    return [(len(b), float(p[b].mean()), float(y[b].mean())) for b in parts if len(b)]


def curve(p: Table, y: Table, gold: int) -> list[tuple[float, float, float]]:
    """(least confidence, precision, recall) for each of LEAST."""
    return [
        (t, float(y[p >= t].mean()), float(y[p >= t].sum() / gold)) for t in LEAST if (p >= t).any()
    ]


def recall_at(precision: float, p: Table, y: Table, gold: int) -> float:
    """The highest recall that some threshold reaches at no less than the precision."""
    order = np.argsort(-p, kind="stable")
    right = np.cumsum(y[order])
    good = right / np.arange(1, len(p) + 1) >= precision
    return float(right[good].max() / gold) if good.any() else 0.0


def read_dev(program: str, about: str | None) -> tuple[ModuleType, dict[str, Any], dict[str, Any]]:
    """The scorer, and gold and predictions of the dev articles as the command line asks; exits
    where there are none."""
    parser = argparse.ArgumentParser(prog=f"python -m {program}", description=about)
    parser.add_argument("--model", default="fast", help="fast, accurate or a folder")
    parser.add_argument(
        "--pred", type=Path, help="score this output of `onrecord extract` instead of running it"
    )
    args = parser.parse_args()
    if not DATA.is_dir():
        parser.error("the evaluation data (../shared/eval) is not beside this checkout")
    scorer = load_scorer(DATA / "score.py")
    return scorer, scorer.load(str(DATA / DEV)), predicted(args.model, args.pred)


def main() -> int:
    """Print the figures as JSON."""
    scorer, rows, pred = read_dev("benchmarks.confidence", __doc__)
    p, y, gold = judged(scorer, rows, pred)
    figures = {
        "calibration error": round(calibration_error(p, y), 4),
        "reliability": [[n, round(said, 3), round(true, 3)] for n, said, true in reliability(p, y)],
        "curve": [
            [t, round(precision, 3), round(recall, 3)] for t, precision, recall in curve(p, y, gold)
        ],
        "recall at precision .90": round(recall_at(0.9, p, y, gold), 4),
    }
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
