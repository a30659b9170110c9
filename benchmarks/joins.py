"""Which claims are held for one, and on how much they rest, on events of which every claim was put into a
group by reading (training/labels/joins-*.jsonl); the articles are the evaluation data's.

    python -m benchmarks.joins [held|train] [--store STORE]

STORE is a store of all articles on events, made by `onrecord add`; without one they are read here, which takes
a while.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from training.joins import read

ROOT = Path(__file__).resolve().parent.parent
DATA, LABELS = ROOT.parent / "shared" / "eval", ROOT / "training" / "labels"
ONRECORD = Path(sys.executable).with_name("onrecord")
MIN_IOU, MIN_COVERED = 0.3, 0.5
"""From which a claim is the labelled one: as in score_corroboration.py."""
Row = dict[str, Any]
Placed = list[tuple[str, str, Row | None]]
"""Group, article and proposition of each labelled claim; None where the claim is not found."""


class Finder:
    """The proposition that holds a labelled claim."""

    def __init__(self, propositions: list[Row]) -> None:
        self._claims: dict[str, list[tuple[set[int], Row]]] = defaultdict(list)
        for proposition in propositions:
            for claim in proposition["claims"]:
                self._claims[claim["doc"]].append((_places(claim["content"]), proposition))

    def find(self, claim: Row) -> Row | None:
        """That of the claim which covers it best."""
        wanted = _places(claim["content"])
        best, found = 0.0, None
        for places, proposition in self._claims[claim["doc"]]:
            shared = len(wanted & places)
            iou = shared / len(wanted | places)
            if (iou >= MIN_IOU or shared >= MIN_COVERED * len(wanted)) and iou > best:
                best, found = iou, proposition
        return found


def _places(spans: list[list[int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def figures(propositions: list[Row], events: list[Row]) -> dict[str, float]:
    """Precision and recall of joins, by pair and by claim, those of a part with its whole left out;
    contradictions that are named; verdicts."""
    finder, count = Finder(propositions), Counter[str]()
    shares: dict[str, list[float]] = defaultdict(list)
    for event in events:
        placed = [
            (group["id"], claim["doc"], finder.find(claim))
            for group in event["groups"]
            for claim in group["members"]
        ]
        count.update(claims=len(placed), found=sum(p is not None for _, _, p in placed))
        _count_pairs(event, placed, count)
        _share_by_claim(event, placed, shares)
        _count_conflicts(event, placed, count)
        _judge(event, placed, count, shares)
    return _figures(count, shares)


def _parts(event: Row) -> set[frozenset[str]]:
    return {frozenset((row["whole"], row["part"])) for row in event["parts"]}


def _count_pairs(event: Row, placed: Placed, count: Counter[str]) -> None:
    parts = _parts(event)
    for (one, doc, a), (other, another, b) in combinations(placed, 2):
        joined = a is not None and a is b
        if one == other:
            count.update(same=1, same_joined=joined)
            count.update(across=doc != another, across_joined=doc != another and joined)
        elif joined and frozenset((one, other)) not in parts:
            count.update(wrongly_joined=1)


def _share_by_claim(event: Row, placed: Placed, shares: dict[str, list[float]]) -> None:
    parts = _parts(event)
    for place, (group, _, proposition) in enumerate(placed):
        others = [row for at, row in enumerate(placed) if at != place]
        if proposition is None:
            continue
        mates = [
            other
            for other, _, theirs in others
            if theirs is proposition and frozenset((group, other)) not in parts
        ]
        own = [theirs is proposition for other, _, theirs in others if other == group]
        if mates:
            shares["right"].append(sum(other == group for other in mates) / len(mates))
        if own:
            shares["held"].append(sum(own) / len(own))


def _count_conflicts(event: Row, placed: Placed, count: Counter[str]) -> None:
    by_group: dict[str, list[Row]] = defaultdict(list)
    for group, _, proposition in placed:
        if proposition is not None:
            by_group[group].append(proposition)
    for row in event["conflicts"]:
        a, b = by_group[row["a"]], by_group[row["b"]]
        if row["kind"] != "update" and a and b:
            named = any(
                y["proposition"] in x.get("conflicts_with", ()) for x in a for y in b if x is not y
            )
            count.update(conflicts=1, conflicts_named=named)


def _judge(event: Row, placed: Placed, count: Counter[str], shares: dict[str, list[float]]) -> None:
    for group in event["groups"]:
        found = [p for name, _, p in placed if name == group["id"] and p is not None]
        if not found or group["label"] == "OTHER" or group.get("unsure"):
            continue
        votes = Counter(p["proposition"] for p in found)
        speaking = max(found, key=lambda p: (votes[p["proposition"]], p["max"]))
        low, high = speaking["min"], speaking["max"]
        shares["interval"].append(low <= group["max"] and high >= group["min"])
        if group["label"] == "SINGLE":
            count.update(single=1, single_called_corroborated=low > 1)
        if group["label"] == "CORROBORATED":
            count.update(independent=1, independent_recognised=low > 1)


def _figures(count: Counter[str], shares: dict[str, list[float]]) -> dict[str, float]:
    def part(of: str, whole: str) -> float:
        return count[of] / max(1, count[whole])

    said = count["same_joined"] + count["wrongly_joined"]
    right, held = (sum(shares[name]) / max(1, len(shares[name])) for name in ("right", "held"))
    return {
        "claims": count["claims"],
        "claims found": part("found", "claims"),
        "pairs that are one": count["same"],
        "pairs P": count["same_joined"] / max(1, said),
        "pairs R": part("same_joined", "same"),
        "pairs of two articles R": part("across_joined", "across"),
        "by claim P": right,
        "by claim R": held,
        "by claim F1": 2 * right * held / max(1e-9, right + held),
        "conflicts": count["conflicts"],
        "conflicts named": part("conflicts_named", "conflicts"),
        "single": count["single"],
        "single called corroborated": part("single_called_corroborated", "single"),
        "independent": count["independent"],
        "independent recognised": part("independent_recognised", "independent"),
        "interval": sum(shares["interval"]) / max(1, len(shares["interval"])),
    }


def weighed(store: Path) -> Iterator[Row]:
    """What `onrecord check` prints of a store."""
    command = [str(ONRECORD), "check", "--all", "--jsonl", "--store", str(store)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return map(json.loads, printed.splitlines())


def filled(folder: Path) -> Path:
    """A store of the articles on events."""
    file, store = folder / "events.jsonl", folder / "events.db"
    file.write_bytes(gzip.decompress((DATA / "events-dev.jsonl.gz").read_bytes()))
    command = [str(ONRECORD), "add", str(file), "--store", str(store), "--jobs", "2"]
    subprocess.run(command, capture_output=True, check=True)
    return store


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", choices=("held", "train"), default="held")
    parser.add_argument("--store", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        propositions = list(weighed(args.store or filled(Path(folder))))
    found = figures(propositions, read(LABELS / f"joins-{args.part}.jsonl"))
    print(json.dumps({name: round(value, 4) for name, value in found.items()}, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
