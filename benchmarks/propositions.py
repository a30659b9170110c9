"""How well claims are put into propositions and weighed, against groups of claims made by reading:
what the benchmarks of joins and of independence have in common.

An event of labels holds `groups` (`id`, `members` with `doc` and `content`, `label`, `min`, `max`), `conflicts`
and `parts`; a predicted proposition is a line of `onrecord check --jsonl`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

ONRECORD = Path(sys.executable).with_name("onrecord")
MIN_IOU, MIN_COVERED = 0.3, 0.5
"""From which a claim is the labelled one: as in score_corroboration.py."""
Row = dict[str, Any]
Placed = list[tuple[str, str, Row | None]]
"""Group, article and proposition of each labelled claim; None where the claim is not found."""


@dataclass
class Tally:
    """What was counted so far, and shares of which the mean is a figure."""

    count: Counter[str] = field(default_factory=Counter)
    shares: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def part(self, of: str, whole: str) -> float:
        """One count as a share of another."""
        return self.count[of] / max(1, self.count[whole])

    def mean(self, name: str) -> float:
        """The mean of some shares."""
        return sum(self.shares[name]) / max(1, len(self.shares[name]))


class Finder:
    """The proposition that holds a labelled claim."""

    def __init__(self, propositions: list[Row]) -> None:
        self._claims: dict[str, list[tuple[set[int], Row, Row]]] = defaultdict(list)
        for proposition in propositions:
            for claim in proposition["claims"]:
                places = _places(claim["content"])
                self._claims[claim["doc"]].append((places, proposition, claim))

    def find(self, claim: Row) -> Row | None:
        """That of the claim which covers it best."""
        found = self.claim(claim)
        return found[0] if found else None

    def claim(self, claim: Row) -> tuple[Row, Row] | None:
        """The claim itself, behind its proposition."""
        wanted = _places(claim["content"])
        best, found = 0.0, None
        for places, proposition, there in self._claims[claim["doc"]]:
            shared = len(wanted & places)
            iou = shared / len(wanted | places)
            if (iou >= MIN_IOU or shared >= MIN_COVERED * len(wanted)) and iou > best:
                best, found = iou, (proposition, there)
        return found


def _places(spans: list[list[int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def placed_in(event: Row, finder: Finder) -> Placed:
    """Every labelled claim with the proposition in which it is found."""
    return [
        (group["id"], claim["doc"], finder.find(claim))
        for group in event["groups"]
        for claim in group["members"]
    ]


def joins(event: Row, placed: Placed, tally: Tally) -> None:
    """Counts claims found and what is held for one, by pair and by claim; a part beside its whole counts
    neither way."""
    tally.count.update(claims=len(placed), found=sum(p is not None for _, _, p in placed))
    _count_pairs(event, placed, tally.count)
    _share_by_claim(event, placed, tally.shares)


def figures_of_joins(tally: Tally) -> dict[str, float]:
    """What `joins` counted."""
    count = tally.count
    said = count["same_joined"] + count["wrongly_joined"]
    right, held = tally.mean("right"), tally.mean("held")
    return {
        "claims": count["claims"],
        "claims found": tally.part("found", "claims"),
        "pairs that are one": count["same"],
        "pairs P": count["same_joined"] / max(1, said),
        "pairs R": tally.part("same_joined", "same"),
        "pairs of two articles R": tally.part("across_joined", "across"),
        "by claim P": right,
        "by claim R": held,
        "by claim F1": f1(right, held),
    }


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of the two."""
    return 2 * precision * recall / max(1e-9, precision + recall)


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


def by_group(placed: Placed) -> dict[str, list[Row]]:
    """The propositions in which each group's claims are found, one a claim."""
    found: dict[str, list[Row]] = defaultdict(list)
    for group, _, proposition in placed:
        if proposition is not None:
            found[group].append(proposition)
    return found


def named(a: list[Row], b: list[Row]) -> bool:
    """Whether a proposition of one group names one of the other as contradicting it."""
    return any(
        y["proposition"] in x.get("conflicts_with", ())
        or x["proposition"] in y.get("conflicts_with", ())
        for x in a
        for y in b
        if x is not y
    )


def speaking(found: list[Row]) -> Row:
    """The proposition that stands for a group: that of most of its claims, then the one with more
    origins."""
    votes = Counter(p["proposition"] for p in found)
    return max(found, key=lambda p: (votes[p["proposition"]], p["max"]))


def overlaps(group: Row, proposition: Row) -> bool:
    """Whether the two intervals of origins have a number in common."""
    return bool(proposition["min"] <= group["max"] and proposition["max"] >= group["min"])


def weighed(store: Path) -> Iterator[Row]:
    """What `onrecord check` prints of a store."""
    command = [str(ONRECORD), "check", "--all", "--jsonl", "--store", str(store)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return map(json.loads, printed.splitlines())


def fill(store: Path, articles: Path) -> Path:
    """The store, with the articles of a file read into it."""
    command = [str(ONRECORD), "add", str(articles), "--store", str(store), "--jobs", "2"]
    subprocess.run(command, capture_output=True, check=True)
    return store
