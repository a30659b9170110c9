"""Which claims are held for one, and on how much they rest, on events of which every claim was put into a
group by reading (training/labels/joins-*.jsonl); the articles are the evaluation data's.

    python -m benchmarks.joins [held|train] [--store STORE]

STORE is a store of all articles on events, made by `onrecord add`; without one they are read here, which takes
a while. What is counted stands in propositions.py.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from pathlib import Path

from benchmarks.propositions import (
    Finder,
    Placed,
    Row,
    Tally,
    by_group,
    figures_of_joins,
    fill,
    joins,
    named,
    overlaps,
    placed_in,
    speaking,
    weighed,
)
from training.joins import read

ROOT = Path(__file__).resolve().parent.parent
DATA, LABELS = ROOT.parent / "shared" / "eval", ROOT / "training" / "labels"


def figures(propositions: list[Row], events: list[Row]) -> dict[str, float]:
    """Precision and recall of joins, by pair and by claim, those of a part with its whole left out;
    contradictions that are named; verdicts."""
    finder, tally = Finder(propositions), Tally()
    for event in events:
        placed = placed_in(event, finder)
        joins(event, placed, tally)
        _count_conflicts(event, placed, tally)
        _judge(event, placed, tally)
    return figures_of_joins(tally) | {
        "conflicts": tally.count["conflicts"],
        "conflicts named": tally.part("conflicts_named", "conflicts"),
        "single": tally.count["single"],
        "single called corroborated": tally.part("single_called_corroborated", "single"),
        "independent": tally.count["independent"],
        "independent recognised": tally.part("independent_recognised", "independent"),
        "interval": tally.mean("interval"),
    }


def _count_conflicts(event: Row, placed: Placed, tally: Tally) -> None:
    found = by_group(placed)
    for row in event["conflicts"]:
        a, b = found.get(row["a"], []), found.get(row["b"], [])
        if row["kind"] != "update" and a and b:
            tally.count.update(conflicts=1, conflicts_named=named(a, b))


def _judge(event: Row, placed: Placed, tally: Tally) -> None:
    found = by_group(placed)
    for group in event["groups"]:
        if group["id"] not in found or group["label"] == "OTHER" or group.get("unsure"):
            continue
        spokesman = speaking(found[group["id"]])
        tally.shares["interval"].append(overlaps(group, spokesman))
        corroborated = spokesman["min"] > 1
        if group["label"] == "SINGLE":
            tally.count.update(single=1, single_called_corroborated=corroborated)
        if group["label"] == "CORROBORATED":
            tally.count.update(independent=1, independent_recognised=corroborated)


def filled(folder: Path) -> Path:
    """A store of the articles on events."""
    file = folder / "events.jsonl"
    file.write_bytes(gzip.decompress((DATA / "events-dev.jsonl.gz").read_bytes()))
    return fill(folder / "events.db", file)


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
