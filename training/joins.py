"""Judged pairs out of labels that put all claims of an event into groups (training/labels)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def read(path: Path) -> list[Row]:
    """The events of a file of labels."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def pairs(event: Row) -> Iterator[Row]:
    """Every two labelled claims of an event, in the form of pairs-dev.jsonl; those of which one says a
    part of the other are optional: readers call them one or two."""
    beside = _beside(event)
    claims = [(group["id"], member) for group in event["groups"] for member in group["members"]]
    claims += [(f"bad {place}", member) for place, member in enumerate(event["bad"])]
    for number, ((one, a), (other, b)) in enumerate(combinations(claims, 2)):
        relation = "same_statement" if one == other else beside.get(frozenset((one, other)))
        yield {
            "id": f"{event['event']}-{number}",
            "event": event["event"].removesuffix("plus"),
            "a": a,
            "b": b,
            "label": relation or "related",
            "optional": relation == "part",
        }


def _beside(event: Row) -> dict[frozenset[str], str]:
    """How groups stand to each other that are not one."""
    out = {frozenset((row["whole"], row["part"])): "part" for row in event["parts"]}
    clashing = (row for row in event["conflicts"] if row["kind"] != "update")
    return out | {frozenset((row["a"], row["b"])): "contradicting" for row in clashing}
