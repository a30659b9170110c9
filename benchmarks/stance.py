"""How well stances are read, on the labels of benchmarks/data and PolNeAR's texts; gold spans, no
timing.

Errors are printed for the tune half alone: the held half is for its figures only.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

from claims.detect.stance import stance_of
from claims.model import Attribution, Span, Spans, Stance
from claims.rules.vocabulary import StanceName

LABELS = Path(__file__).parent / "data" / "stance-dev.jsonl"
DENIALS = Path(__file__).parent / "data" / "denials-train.jsonl"
DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "eval"
NAMES = get_args(StanceName)
Read = list[tuple[dict[str, Any], Stance]]


def _lines(path: Path) -> list[dict[str, Any]]:
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in raw.decode("utf-8").split("\n") if line]


def spans(raw: Sequence[Sequence[int]]) -> Spans:
    """JSON pairs as spans."""
    return tuple(Span(start, end) for start, end in raw)


def read(labels: Path = LABELS, corpus: str = "polnear-dev.jsonl.gz") -> Read:
    """Each label with the stance that the rules read from the gold spans."""
    articles = {row["doc"]: row for row in _lines(DATA / corpus)}
    out = []
    for label in _lines(labels):
        row = articles[label["doc"]]
        (gold,) = [
            a
            for a in row["attributions"]
            if (a["cue"], a["content"]) == (label["cue"], label["content"])
        ]
        parts = Attribution(spans(gold["cue"]), spans(gold["source"]), spans(gold["content"]), 1.0)
        out.append((label, stance_of(row["text"], parts)))
    return out


def figures(found: Read) -> dict[str, float]:
    """Macro-F1 over the eight stances, and the shares of right stances, polarities and hedges."""
    out, scores = {}, []
    for name in NAMES:
        right = sum(label["stance"] == name == got.stance for label, got in found)
        wanted = sum(label["stance"] == name for label, _ in found)
        given = sum(got.stance == name for _, got in found)
        scores.append(2 * right / (wanted + given) if wanted + given else 0.0)
        out[f"F1 {name} (n={wanted})"] = scores[-1]
    out["macro F1"] = sum(scores) / len(scores)
    for key in ("stance", "polarity", "hedged"):
        out[f"{key} right"] = sum(label[key] == getattr(got, key) for label, got in found) / len(
            found
        )
    return out


def agreement(found: Read) -> dict[str, float]:
    """How the two passes of labelling agree: share and Cohen's kappa."""
    pairs = [(label["first"], label["second"]) for label, _ in found]
    share = sum(a == b for a, b in pairs) / len(pairs)
    one, other = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(one[name] * other[name] for name in one) / len(pairs) ** 2
    return {"agreement": share, "kappa": (share - chance) / (1 - chance)}


def denials() -> dict[str, float]:
    """Of the denials and other claims of train whose cue has a denying stem, how they are read."""
    found = read(DENIALS, "polnear-train.jsonl.gz")
    wanted = [got.stance for label, got in found if label["stance"] == "deny"]
    asserted = [
        got.stance for label, got in found if label["stance"] != "assert" and got.stance == "assert"
    ]
    recall = wanted.count("deny") / len(wanted)
    return {"denials": len(wanted), "denial recall": recall, "listed as assertion": len(asserted)}


def main() -> int:
    """Print the figures of both halves as JSON; with --errors also what is wrong on the tune
    half."""
    if not DATA.is_dir():
        print("the evaluation data (../shared/eval) is not beside this checkout", file=sys.stderr)
        return 2
    found = read()
    halves = {
        name: figures([pair for pair in found if pair[0]["half"] == name])
        for name in ("tune", "held")
    }
    print(json.dumps({"labels": agreement(found), **halves, "train": denials()}, indent=1))
    if "--errors" in sys.argv:
        for label, got in found:
            if label["half"] == "tune" and label["stance"] != got.stance:
                print(
                    label["doc"],
                    label["cue"],
                    label["stance"],
                    "read as",
                    got.stance,
                    "|",
                    got.reason,
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())
