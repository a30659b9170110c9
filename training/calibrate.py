"""Fits how a model's uncertainties become a probability, and the least that is kept, on articles it
never learned from.

    python -m training.calibrate polnear-train.jsonl.gz --held 20 --scorer score.py --model run1

Logistic regression with a ridge; the curve and the error are those of folds that leave whole
articles out. What is kept is worth half the best F1. `--partly` is the worth of a right content
with another source, from 0 to 1: a person who reads it mends it, and would never see one that is
missing.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
import spacy
from numpy.typing import NDArray

from benchmarks.confidence import calibration_error, load_scorer
from claims.detect.candidates import Candidate
from claims.detect.confidence import measures
from claims.detect.detector import Detector
from training.data import rows
from training.logistic import newton

FOLDS, RIDGE = 10, 1.0
Table = NDArray[np.float64]


class Judged(NamedTuple):
    """What a candidate has right."""

    whole: bool
    content: bool


def judged(scorer: ModuleType, row: dict[str, Any], found: list[Candidate]) -> list[Judged]:
    """Which candidates the scorer pairs with a gold attribution, and with one of any source."""
    inside = scorer.quoted(row["text"])
    gold = scorer.prepare(row, row["text"], inside)
    ours = []
    for place, one in enumerate(found):
        parts = {part: getattr(one, part) for part in scorer.PARTS}
        ours += scorer.prepare(
            {"doc": row["doc"], "attributions": [parts | {"speaker": place}]}, row["text"], inside
        )
    right, content = (
        {pair[1]["speaker"] for pair in scorer.matching(gold, ours, scorer.TESTS[test])}
        for test in ("attribution", "content-only")
    )
    return [Judged(place in right, place in content) for place in range(len(found))]


def examples(
    detector: Detector, scorer: ModuleType, articles: list[dict[str, Any]]
) -> Iterator[tuple[int, Candidate, Judged]]:
    """Number of the article, candidate, what is right about it."""
    nlp = spacy.blank("en")
    for number, row in enumerate(articles):
        found = detector.read([nlp.make_doc(row["text"])], [()])[0].candidates
        yield from (
            (number, one, right)
            for one, right in zip(found, judged(scorer, row, found), strict=True)
        )


def fit(x: Table, y: Table) -> Table:
    """Weights by Newton's method; the ridge spares the bias."""
    return newton(x, y, np.array([1e-3] + [RIDGE] * (x.shape[1] - 1)))


def crossed(x: Table, y: Table, article: NDArray[np.int64]) -> Table:
    """Each candidate's probability by weights that never saw its article."""
    out = np.zeros(len(y))
    for fold in range(FOLDS):
        held = article % FOLDS == fold
        if held.any():
            out[held] = 1 / (1 + np.exp(-x[held] @ fit(x[~held], y[~held])))
    return out


def f1_of(kept: NDArray[np.bool_], y: Table, gold: int) -> float:
    """F1 of the candidates kept; y is what each is worth."""
    return float(2 * y[kept].sum() / max(1, kept.sum() + gold))


def least_worth(p: Table, worth: Table, gold: int) -> float:
    """The probability from which a candidate is worth half the highest F1 (Lipton et al. 2014), in
    hundredths."""
    half = max(f1_of(p >= t, worth, gold) for t in np.arange(0.0, 0.8, 0.05)) / 2
    steps = np.arange(1, 100) / 100
    weights = fit(_odds(p), worth)
    return float(steps[np.argmax(1 / (1 + np.exp(-_odds(steps) @ weights)) >= half)])


def _odds(p: Table) -> Table:
    """Ones, and the logarithms of the odds."""
    return np.stack([np.ones_like(p), np.log(p / (1 - p))], axis=1)


def main() -> None:
    """Fit, print what folds say, and write the weights into the model's manifest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles")
    parser.add_argument(
        "--held", type=int, default=1, help="every such article is used, as training left it out"
    )
    parser.add_argument("--scorer", required=True, type=Path)
    parser.add_argument(
        "--model", required=True, help="folder that training/export.py wrote, or a shipped model's"
    )
    parser.add_argument(
        "--partly", type=float, default=0.0, help="worth of a right content with another source"
    )
    args = parser.parse_args()
    scorer, file = load_scorer(args.scorer), Path(args.model) / "manifest.json"
    articles = list(rows(args.articles))[:: args.held]
    found = list(examples(Detector(args.model), scorer, articles))
    told = [{"bias": 1.0} | measures(one.signs) for _, one, _ in found]
    x = np.array([list(one.values()) for one in told])
    y, content = (
        np.array(part, float) for part in zip(*(right for *_, right in found), strict=True)
    )
    article = np.array([number for number, *_ in found])
    gold = sum(
        len(scorer.prepare(row, row["text"], scorer.quoted(row["text"]))) for row in articles
    )
    p = crossed(x, y, article)
    least = least_worth(p, args.partly * content + (1 - args.partly) * y, gold)
    print(f"{len(articles)} articles, {gold} gold, {len(y)} candidates, {y.mean():.3f} right")
    error, f1 = calibration_error(p, y), f1_of(p >= least, y, gold)
    print(f"held-out folds: calibration error {error:.3f}, F1 {f1:.3f} from {least:.2f}")
    manifest = json.loads(file.read_text(encoding="utf-8"))
    manifest["least"] = least
    manifest["confidence"] = dict(
        zip(told[0], (round(float(w), 4) for w in fit(x, y)), strict=True)
    )
    file.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
