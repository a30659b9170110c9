"""Claims by day and outlet as a drawing of marks, in its own units; the template turns them into
SVG."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from claims.rules.vocabulary import STANCES, StanceName
from cli.report.model import Mark, Timeline
from cli.sanitise import one_line

WIDTH, LEFT, RIGHT, LANE, TOP, FOOT = 720, 170, 24, 28, 10, 30
SHIFT = 7.0
"""Between marks of one day that have not the same shape."""
MAX_LANES, MAX_TICKS = 14, 5
OTHERS = "other outlets"


@dataclass(frozen=True)
class Event:
    """Claims of one outlet on one day: shape is original, copy or denial."""

    day: str
    """ISO 8601; days and times are both read, what is neither is left out."""
    outlet: str
    shape: str
    count: int = 1


def is_denial(stance: StanceName, role: str | None) -> bool:
    """Whether a claim is drawn as a denial, also in a proposition of its own, which it supports; one that is
    negated is none."""
    return role == "denies" or (STANCES[stance].role == "denies" and role != "neutral")


def timeline(events: Iterable[Event]) -> Timeline | None:
    """The drawing, None where no event has a day; lanes in the order of first sight, the rarest
    ones folded."""
    dated = [(day, e) for e in events for day in [_day(e.day)] if day]
    if not dated:
        return None
    dated.sort(key=lambda pair: pair[0])
    names = _lanes([event for _, event in dated])
    first, last = dated[0][0], dated[-1][0]
    heights = {name: TOP + LANE * (i + 0.5) for i, name in enumerate(names)}
    marks = _marks(dated, heights, first, last)
    return Timeline(
        WIDTH, TOP + LANE * len(names) + FOOT, LEFT,
        tuple((heights[name], _short(name)) for name in names),
        tuple((_x(day, first, last), day.isoformat()) for day in _ticks(first, last)),
        marks,
        _summary(
            sum(event.count for _, event in dated), len(names), first, last,
            sum(event.count for _, event in dated if event.shape == "copy"),
        ),
    )  # fmt: skip


def _marks(
    dated: list[tuple[date, Event]], heights: dict[str, float], first: date, last: date
) -> tuple[Mark, ...]:
    """One mark for all claims of a day, a lane and a shape; copies and denials beside the
    others."""
    counts: Counter[tuple[date, str, str]] = Counter()
    for day, event in dated:
        lane = event.outlet if event.outlet in heights else OTHERS
        counts[day, lane, event.shape] += event.count
    shift = {"original": 0.0, "copy": SHIFT, "denial": -SHIFT}
    return tuple(
        Mark(
            round(_x(day, first, last) + shift[shape], 1),
            heights[lane],
            shape,
            count,
            _title(day, lane, shape, count),
        )
        for (day, lane, shape), count in counts.items()
    )


def _lanes(events: list[Event]) -> list[str]:
    counts: Counter[str] = Counter()
    for event in events:
        counts[event.outlet] += event.count
    lanes = list(counts)
    if len(lanes) > MAX_LANES:
        common = {name for name, _ in counts.most_common(MAX_LANES - 1)}
        lanes = [*(name for name in lanes if name in common), OTHERS]
    return lanes


def _day(raw: str) -> date | None:
    try:
        return date.fromisoformat(raw[:10])
    except ValueError:
        return None


def _x(day: date, first: date, last: date) -> float:
    span = (last - first).days
    share = (day - first).days / span if span else 0.5
    return round(LEFT + 10 + share * (WIDTH - LEFT - RIGHT - 20), 1)


def _ticks(first: date, last: date) -> list[date]:
    days = (last - first).days
    count = min(MAX_TICKS, days + 1)
    return [first + timedelta(days=round(days * i / max(1, count - 1))) for i in range(count)]


def _title(day: date, lane: str, shape: str, count: int) -> str:
    thing = {"original": "claim", "copy": "claim in a copy", "denial": "denial"}[shape]
    plural = {"claim": "claims", "claim in a copy": "claims in copies", "denial": "denials"}[thing]
    return f"{day.isoformat()}, {one_line(lane)}: {count} {thing if count == 1 else plural}"


def _summary(count: int, lanes: int, first: date, last: date, copies: int) -> str:
    when = (
        f"on {first.isoformat()}"
        if first == last
        else f"from {first.isoformat()} to {last.isoformat()}"
    )
    claims, outlets = "claim" if count == 1 else "claims", "outlet" if lanes == 1 else "outlets"
    return f"{count} dated {claims} in {lanes} {outlets} {when}; {copies} in copies."


def _short(name: str) -> str:
    plain = one_line(name)
    return plain if len(plain) <= 24 else plain[:23] + "…"
