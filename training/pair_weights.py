"""Fits what is weighed of two claims once they were read side by side: the likelihood by features and what the pair
reader says (stacked generalisation, Wolpert 1992), on events that the reader has not seen.

    python -m training.pair_weights SAID... --fold 0 --out claims/rules/en/pair_reading.json

SAID are lines of training/pair_reader.py --say over those of training/pair_data.py.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from claims.corroborate.matching.pair_reader import PairReading
from claims.corroborate.matching.reading_weights import MEASURES, measures
from training.logistic import newton
from training.pair_reader import kept_out

Row = dict[str, Any]
NETWORK = Path(__file__).resolve().parent.parent / "claims" / "weights" / "pairs" / "reader.onnx"
RIDGE = 1.0
READ_FROM = 0.3
"""Likelihood by features from which a pair is read."""
SAME = 0.55
"""Likelihood by both from which two claims are one."""


def table(rows: Sequence[Row]) -> Any:
    """What is weighed of each pair."""
    given = [measures(row["likely"], PairReading(*row["said"])) for row in rows]
    return np.array([[one[name] for name in MEASURES] for one in given])


def fit(x: Any, y: Any) -> dict[str, float]:
    """Logistic regression by Newton's method with a ridge on all but the bias."""
    weights = newton(x, y, np.array([0.01, *[RIDGE] * (x.shape[1] - 1)]))
    return {name: round(float(w), 3) for name, w in zip(MEASURES, weights, strict=True)}


def main() -> None:
    """Reads, fits, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("said", type=Path, nargs="+")
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--same", type=float, default=SAME)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    rows = [json.loads(line) for path in args.said for line in path.open(encoding="utf-8")]
    rows = [
        r for r in rows if kept_out(r, args.fold) and r["candidate"] and r["likely"] >= READ_FROM
    ]
    apart = [row for row in rows if row["class"] != "part"]
    same = fit(table(apart), np.array([row["class"] == "same" for row in apart], float))
    kept = {
        "reason": "Weights of a logistic regression over the likelihood by features (agreement.json) and what the "
        "network of claims/weights/pairs says of two claims, fitted by training/pair_weights.py on events that the "
        "network has not seen; thresholds where the tuned figures hold (benchmarks/RESULTS.md).",
        "network": hashlib.sha256(NETWORK.read_bytes()).hexdigest(),
        "weights": same,
        "read": READ_FROM,
        "same": args.same,
    }
    args.out.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
