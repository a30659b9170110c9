"""How well the reasons for unnamed sources are read, from text alone, on the labels of
benchmarks/data.

Every claim is found by the detector itself, so that what it misses counts against recall.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from claims.model import Article, Claim
from claims.pipeline import Pipeline

LABELS = Path(__file__).parent / "data" / "anonymity.jsonl"
DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "eval"
STATED = "condition"
"""The source is said to be unnamed, and no reason is given."""
Found = list[tuple[dict[str, Any], Claim | None]]


def _lines(path: Path) -> list[dict[str, Any]]:
    raw = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in raw.decode("utf-8").split("\n") if line]


def labels() -> list[dict[str, Any]]:
    """The labelled cases, by article and place."""
    return _lines(LABELS)


def read(cases: Sequence[dict[str, Any]]) -> Found:
    """Each case with the claim that the pipeline finds there, None where it finds none."""
    claims: dict[str, tuple[Claim, ...]] = {}
    for corpus in sorted({case["corpus"] for case in cases}):
        wanted = {case["doc"] for case in cases if case["corpus"] == corpus}
        articles = [
            Article(row["doc"], row["text"], row.get("title"))
            for row in _lines(DATA / f"{corpus}.jsonl.gz")
            if row["doc"] in wanted
        ]
        for reading in Pipeline().read(articles):
            claims[reading.article.doc] = reading.claims
    return [(case, _claim(case, claims[case["doc"]])) for case in cases]


def _claim(case: dict[str, Any], claims: Sequence[Claim]) -> Claim | None:
    """The claim whose source lies on the labelled one; of several, that with the labelled cue."""
    start, end = case["source"]
    fit = [c for c in claims if any(s < end and start < e for s, e in c.source or c.cue)]
    own = [c for c in fit if case["cue"] in [list(span) for span in c.cue]]
    return (own or fit or [None])[0]


def figures(found: Found) -> dict[str, float]:
    """Precision and recall of class and words together: of all that the text says, and of reasons
    proper."""
    out: dict[str, float] = {"cases": len(found)}
    for name, left_out in (("said unnamed", {None}), ("with a reason", {None, STATED})):
        wanted = [case for case, _ in found if case["reason"] not in left_out]
        given = [pair for pair in found if _value(pair[1]) not in left_out]
        right = sum(_right(case, claim) for case, claim in given)
        out |= {
            f"{name}: labelled": len(wanted),
            f"{name}: found": len(given),
            f"{name}: precision": right / len(given) if given else 0.0,
            f"{name}: recall": right / len(wanted) if wanted else 0.0,
        }
    return out


def _value(claim: Claim | None) -> str | None:
    return claim.setting.anonymity.value if claim and claim.setting.anonymity else None


def _right(case: dict[str, Any], claim: Claim | None) -> bool:
    """Whether the class is the labelled one and its words lie within those of the label."""
    if claim is None or claim.setting.anonymity is None or not case["words"]:
        return False
    start, end = claim.setting.anonymity.evidence.span
    return _value(claim) == case["reason"] and case["words"][0] < end and start < case["words"][1]


def agreement(cases: Sequence[dict[str, Any]]) -> dict[str, float]:
    """How the two passes of labelling agree: share and Cohen's kappa."""
    pairs = [(case["first"], case["second"]) for case in cases]
    share = sum(a == b for a, b in pairs) / len(pairs)
    one, other = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(one[name] * other[name] for name in one) / len(pairs) ** 2
    return {"agreement": share, "kappa": (share - chance) / (1 - chance)}


def main() -> int:
    """Print the figures of the tune half as JSON, with --held those of the other; with --errors also
    what is wrong on the tune half."""
    if not DATA.is_dir():
        print("the evaluation data (../shared/eval) is not beside this checkout", file=sys.stderr)
        return 2
    cases = labels()
    halves = ["tune", "held"] if "--held" in sys.argv else ["tune"]
    found = {half: read([c for c in cases if c["half"] == half]) for half in halves}
    report = {half: figures(pairs) for half, pairs in found.items()}
    print(json.dumps({"labels": agreement(cases), **report}, indent=1))
    for case, claim in found["tune"] if "--errors" in sys.argv else ():
        if case["reason"] != _value(claim) or (case["reason"] and not _right(case, claim)):
            print(case["doc"], case["source"], case["reason"], "read as", _value(claim))
    return 0


if __name__ == "__main__":
    sys.exit(main())
