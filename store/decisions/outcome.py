"""From decisions to what they amount to: a claim's status and the values a person gave; pure, no
database calls."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from store.records import DecisionRecord
from store.records.kinds import CORRECTIONS


@dataclass(frozen=True)
class Human:
    """What the decisions on one claim amount to."""

    status: str = "unreviewed"
    reviewer: str = ""
    at: str = ""
    note: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    """The corrected value of each thing put right, as its decision holds it."""
    times: Mapping[str, str] = field(default_factory=dict)
    """When each was put right: its offsets are those of the edition of that time."""
    added: bool = False


def fold(decisions: Sequence[DecisionRecord]) -> Human:
    """The outcome of decisions in force, oldest first; a verdict of "correct" on corrected values
    means corrected."""
    status, values, times, last, added = (
        "unreviewed",
        dict[str, str](),
        dict[str, str](),
        None,
        False,
    )
    for decision in decisions:
        if decision.kind == "status":
            status = decision.after or "unreviewed"
        elif decision.kind in CORRECTIONS:
            values[decision.kind], times[decision.kind] = decision.after or "", decision.at
            status = "corrected"
        elif decision.kind == "add":
            added, status = True, "correct"
        else:
            continue
        last = decision
    if added and status == "corrected":
        status = "correct"
    elif values and status == "correct" and not added:
        status = "corrected"
    if last is None:
        return Human()
    return Human(status, last.reviewer, last.at, last.note, values, times, added)
