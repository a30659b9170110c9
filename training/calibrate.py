"""Fits how a model's uncertainties become a probability, and the least that is kept, on articles it never learned from.

    python -m training.calibrate polnear-train.jsonl.gz --held 20 --scorer score.py --model run1

Logistic regression with a ridge; the curve and the error are those of folds that leave whole articles out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray

from benchmarks.confidence import calibration_error, load_scorer
from claims.detect.confidence import measures
from claims.detect.detector import Candidate, Detector
from training.data import rows

FOLDS, RIDGE = 10, 1.0
Table = NDArray[np.float64]


def judged(scorer: ModuleType, row: dict[str, Any], found: list[Candidate]) -> list[bool]:
    """Which candidates the scorer pairs with a gold attribution."""
    inside = scorer.quoted(row["text"])
    gold = scorer.prepare(row, row["text"], inside)
    ours = []
    for place, one in enumerate(found):
        parts = {part: getattr(one, part) for part in scorer.PARTS}
        ours += scorer.prepare({"doc": row["doc"], "attributions": [parts | {"speaker": place}]}, row["text"], inside)
    pairs = scorer.matching(gold, ours, lambda g, p: scorer.iou(g["content"], p["content"]) >= 0.5
                            and scorer.same_source(g, p))  # fmt: skip
    right = {pair[1]["speaker"] for pair in pairs}
    return [place in right for place in range(len(found))]


def examples(
    detector: Detector, scorer: ModuleType, articles: list[dict[str, Any]]
) -> Iterator[tuple[int, Candidate, bool]]:
    """Number of the article, candidate, whether it is right."""
    nlp = spacy.blank("en")
    for number, row in enumerate(articles):
        found = detector.read([nlp.make_doc(row["text"])], [()])[0].candidates
        yield from ((number, one, right) for one, right in zip(found, judged(scorer, row, found), strict=True))


def fit(x: Table, y: Table) -> Table:
    """Weights by Newton's method; the ridge spares the bias."""
    penalty = np.diag([1e-3] + [RIDGE] * (x.shape[1] - 1))
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        step = np.linalg.solve((x.T * (p * (1 - p))) @ x + penalty, x.T @ (p - y) + penalty @ w)
        w -= step
        if abs(step).max() < 1e-8:
            break
    return w


def crossed(x: Table, y: Table, article: NDArray[np.int64]) -> Table:
    """Each candidate's probability by weights that never saw its article."""
    out = np.zeros(len(y))
    for fold in range(FOLDS):
        held = article % FOLDS == fold
        if held.any():
            out[held] = 1 / (1 + np.exp(-x[held] @ fit(x[~held], y[~held])))
    return out


def f1_of(kept: NDArray[np.bool_], y: Table, gold: int) -> float:
    """F1 of the candidates kept."""
    return float(2 * y[kept].sum() / max(1, kept.sum() + gold))


def half_of_best(p: Table, y: Table, gold: int) -> tuple[float, float]:
    """Half the highest F1, from where a probability reaches it (Lipton et al. 2014), and the F1 there."""
    half = max(f1_of(p >= t, y, gold) for t in np.arange(0.0, 0.8, 0.05)) / 2
    return half, f1_of(p >= half, y, gold)


def main() -> None:
    """Fit, print what folds say, and write the weights into the model's manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles")
    parser.add_argument("--held", type=int, default=1, help="every such article is used, as training left it out")
    parser.add_argument("--scorer", required=True, type=Path)
    parser.add_argument("--model", required=True, help="folder that training/export.py wrote, or a shipped model's")
    parser.add_argument("--least", type=float, help="probability to keep, instead of half the best F1")
    args = parser.parse_args()
    scorer, file = load_scorer(args.scorer), Path(args.model) / "manifest.json"
    articles = list(rows(args.articles))[:: args.held]
    found = list(examples(Detector(args.model), scorer, articles))
    told = [{"bias": 1.0} | measures(one.signs) for _, one, _ in found]
    x = np.array([list(one.values()) for one in told])
    y, article = np.array([right for *_, right in found], float), np.array([number for number, *_ in found])
    gold = sum(len(scorer.prepare(row, row["text"], scorer.quoted(row["text"]))) for row in articles)
    p = crossed(x, y, article)
    least, f1 = half_of_best(p, y, gold)
    print(f"{len(articles)} articles, {gold} gold, {len(y)} candidates, {y.mean():.3f} right")
    print(f"held-out folds: calibration error {calibration_error(p, y):.3f}, F1 {f1:.3f} from {least:.2f}")
    manifest = json.loads(file.read_text(encoding="utf-8"))
    manifest["least"] = args.least if args.least is not None else round(least, 2)
    manifest["confidence"] = dict(zip(told[0], (round(float(w), 4) for w in fit(x, y)), strict=True))
    file.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
