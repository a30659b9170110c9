"""Fits how sure a verdict on indirect speech is, on the made-up drafts that are there to fit to; writes
claims/rules/en/proof_certainty_weights.json.

    python -m training.proof_certainty
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from claims.proof.certainty import features_of
from claims.proof.indirect import compared, judged
from training.logistic import newton
from training.proof import labelled

PLACE = (
    Path(__file__).resolve().parents[1] / "claims" / "rules" / "en" / "proof_certainty_weights.json"
)
REASON = "Trained weights of whether a verdict on indirect speech is right."
PENALTY = 0.1
DIGITS = 2
Example = tuple[str, str, dict[str, float], bool]


def examples() -> Iterator[Example]:
    """The bundle, the verdict, what it rests on, and whether it is the label's."""
    for one in labelled("indirect"):
        ranked = sorted(
            compared(one.draft, one.passage, one.articles), key=lambda beside: -beside.closeness
        )
        finding, best = judged(one.passage, ranked)
        if finding.verdict != "cannot tell":
            right = finding.verdict.replace(" ", "_") == one.label["verdict"]
            yield one.bundle, finding.verdict, features_of(finding, best), right


def fitted(rows: list[Example]) -> dict[str, float]:
    """Logistic regression (Cox 1958) by Newton's method, with a penalty on every weight."""
    names = sorted({name for _, _, features, _ in rows for name in features})
    x = np.array([[features.get(name, 0.0) for name in names] for _, _, features, _ in rows])
    y = np.array([float(right) for *_, right in rows])
    weights = newton(x, y, np.full(len(names), PENALTY))
    return {name: round(float(w), DIGITS) for name, w in zip(names, weights, strict=True)}


def left_out(rows: list[Example]) -> Iterator[tuple[float, Example]]:
    """How likely each verdict is right by weights that were fitted without its bundle."""
    for bundle in sorted({row[0] for row in rows}):
        weights = fitted([row for row in rows if row[0] != bundle])
        for row in rows:
            if row[0] == bundle:
                total = sum(weights.get(name, 0.0) * value for name, value in row[2].items())
                yield 1 / (1 + float(np.exp(-total))), row


def main() -> None:
    """Write the weights, and print what they are worth on bundles left out."""
    rows = list(examples())
    weights = fitted(rows)
    PLACE.write_text(json.dumps({"reason": REASON, "weights": weights}, indent=1) + "\n", "utf-8")
    print(f"{len(rows)} verdicts, {sum(row[-1] for row in rows)} of them right: {weights}")
    judged_so = list(left_out(rows))
    for at in (0.0, 0.5, 0.6, 0.7, 0.8):
        given = [row for likely, row in judged_so if likely >= at]
        print(f"from {at}: {len(given)} given, {sum(row[-1] for row in given)} of them right")


if __name__ == "__main__":
    main()
