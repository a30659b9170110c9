"""How well names are joined by themselves: precision and recall on the project's own pairs of
names."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from claims.identity.model import Judgement, NamedSpeaker
from claims.identity.pairs import judge

PAIRS = Path(__file__).resolve().parent.parent / "tests" / "claims" / "identity" / "pairs.tsv"


@dataclass(frozen=True)
class Judged:
    """A pair with what people say of it and what was made of it."""

    expected: str
    a: str
    b: str
    tells: str
    judgement: Judgement


def rows() -> list[dict[str, str]]:
    """The file's rows."""
    with PAIRS.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def judged() -> list[Judged]:
    """Every pair of the file, judged."""
    return [
        Judged(
            row["expected"],
            row["a"],
            row["b"],
            row["tells"],
            judge(known(row, "a"), known(row, "b")),
        )
        for row in rows()
    ]


def known(row: dict[str, str], side: str) -> NamedSpeaker:
    """One side, "a" or "b", of a row of the file."""
    person = row["kind"] == "person" or (row["kind"] == "mixed" and side == "a")
    kind = "person" if person else "organisation"
    return NamedSpeaker(side, row[side], kind, row[f"affiliation_{side}"] or None)


def figures(pairs: list[Judged]) -> dict[str, float]:
    """Precision and recall of joins, and the share of same pairs joined or proposed."""
    joined = [pair for pair in pairs if pair.judgement.outcome == "join"]
    same = [pair for pair in pairs if pair.expected == "same"]
    seen = [pair for pair in same if pair.judgement.outcome != "apart"]
    counts = Counter(pair.expected for pair in pairs)
    return {
        **{f"pairs {name}": counts[name] for name in ("same", "different", "unknown")},
        "joined": len(joined),
        "precision of joins": round(sum(p.expected == "same" for p in joined) / len(joined), 4),
        "recall of joins": round(sum(p.judgement.outcome == "join" for p in same) / len(same), 4),
        "same, joined or proposed": round(len(seen) / len(same), 4),
        "different, kept apart or proposed": round(
            sum(p.judgement.outcome != "join" for p in pairs if p.expected == "different")
            / counts["different"],
            4,
        ),
    }


def main() -> int:
    """Prints the figures as JSON, and with --misses the pairs judged otherwise than people do."""
    pairs = judged()
    print(json.dumps(figures(pairs)))
    if "--misses" in sys.argv:
        for pair in pairs:
            joined = pair.judgement.outcome == "join"
            if joined != (pair.expected == "same"):
                said = f"{pair.judgement.outcome} ({'; '.join(pair.judgement.reasons)})"
                print(f"{pair.expected}: {pair.a} / {pair.b}: {said}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
