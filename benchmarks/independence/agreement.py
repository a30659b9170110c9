"""How far two readers of the made-up events agree: which claims are one, on how many origins they rest.

    python -m benchmarks.independence.agreement

The second reader saw the articles and the words of each claim, and none of the first one's labels; the second readings
stand in benchmarks/data/independence/second, as they were made.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations
from typing import TypeVar

from benchmarks.independence import events
from benchmarks.propositions import Row, overlaps

SECOND = events.FOLDER / "second"
Label = TypeVar("Label", bound=Hashable)
Claim = tuple[str, str]
"""Article and words."""


def second_readings() -> list[Row]:
    """All there are."""
    return events.read(folder=SECOND)


def kappa(pairs: Sequence[tuple[Label, Label]]) -> float:
    """Agreement beyond chance of two readers (Cohen 1960)."""
    same = sum(a == b for a, b in pairs) / len(pairs)
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[label] * right[label] for label in left) / len(pairs) ** 2
    return (same - chance) / (1 - chance) if chance < 1 else 1.0


def proposition_of(event: Row) -> dict[Claim, Row]:
    """By claim, the proposition in which a reader put it."""
    return {
        (member["doc"], member["quote"]): row
        for row in event["propositions"]
        for member in row["members"]
    }


def pairs_of(first: Row, second: Row) -> list[tuple[bool, bool]]:
    """For every two claims whether each reader holds them for one; left out where either of them calls one a
    part of the other."""
    readers = [(proposition_of(event), _parts(event)) for event in (first, second)]
    out = []
    for a, b in combinations(sorted(readers[0][0]), 2):
        ids = [(place[a]["id"], place[b]["id"]) for place, _ in readers]
        if not any(frozenset(pair) in parts for pair, (_, parts) in zip(ids, readers, strict=True)):
            out.append((ids[0][0] == ids[0][1], ids[1][0] == ids[1][1]))
    return out


def _parts(event: Row) -> set[frozenset[str]]:
    return {frozenset((row["whole"], row["part"])) for row in event["parts"]}


def figures(seconds: Iterable[Row]) -> dict[str, float]:
    """Agreement over all events that were read twice."""
    firsts = {event["event"]: event for event in events.read()}
    joined: list[tuple[bool, bool]] = []
    labels: list[tuple[str, str]] = []
    intervals: list[bool] = []
    read = 0
    for second in seconds:
        first = firsts[second["event"]]
        read += 1
        joined += pairs_of(first, second)
        one, other = proposition_of(first), proposition_of(second)
        for claim, row in one.items():
            labels.append((row["label"], other[claim]["label"]))
            if "OTHER" not in (row["label"], other[claim]["label"]):
                intervals.append(overlaps(row, other[claim]))
    return {
        "events": read,
        "claims": len(labels),
        "pairs of claims": len(joined),
        "held for one by the first reader": sum(a for a, _ in joined),
        "by the second": sum(b for _, b in joined),
        "by both": sum(a and b for a, b in joined),
        "kappa of pairs": kappa(joined),
        "labels alike": sum(a == b for a, b in labels) / len(labels),
        "kappa of labels": kappa(labels),
        "intervals overlap": sum(intervals) / len(intervals),
    }


def main() -> int:
    """Print the figures."""
    found = figures(second_readings())
    print(json.dumps({name: round(value, 4) for name, value in found.items()}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
