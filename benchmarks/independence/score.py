"""Predicted propositions against the labelled ones: joins, contradictions, verdicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from benchmarks.independence.events import span
from benchmarks.propositions import (
    Finder,
    Placed,
    Row,
    Tally,
    by_group,
    f1,
    figures_of_joins,
    joins,
    named,
    overlaps,
    placed_in,
    speaking,
)

UNJUDGED = "OTHER"
DENIED = ":denies"
NOT_FOUND = "not found"
Confusion = Counter[tuple[str, str]]
"""How often a proposition of one label, by reading, is given another."""


def figures(predicted: Sequence[Row], events: Iterable[Row]) -> dict[str, float]:
    """All figures of some predictions; what is not found is neither joined nor recognised."""
    finder, tally, labels = Finder(list(predicted)), Tally(), Confusion()
    event_of: dict[str, set[str]] = {}
    for event in events:
        grouped = grouped_by_role(event)
        placed = placed_in(grouped, finder)
        joins(grouped, placed, tally)
        _conflicts(grouped, placed, finder, tally)
        labels += _judge(grouped, placed, tally)
        for article in event["articles"]:
            event_of.setdefault(article["doc"], set()).add(event["event"])
    mixed = [row for row in predicted if len(_events(row, event_of)) > 1]
    return _figures(tally, labels) | {"propositions of two events": len(mixed)}


def confusion(predicted: Sequence[Row], events: Iterable[Row]) -> Confusion:
    """By label as read and as predicted, how many propositions."""
    finder, labels = Finder(list(predicted)), Confusion()
    for event in events:
        grouped = grouped_by_role(event)
        labels += _judge(grouped, placed_in(grouped, finder), Tally())
    return labels


def errors(predicted: Sequence[Row], events: Iterable[Row]) -> Iterator[str]:
    """The propositions whose label is another, with what was said of their origins."""
    finder = Finder(list(predicted))
    for event in events:
        found = by_group(placed_in(grouped_by_role(event), finder))
        for row in event["propositions"]:
            spokesman = speaking(found[row["id"]]) if row["id"] in found else None
            label = spokesman["label"] if spokesman else NOT_FOUND
            if row["label"] not in (UNJUDGED, label) and not row.get("unsure"):
                yield f"{event['event']} {row['id']}: {row['label']}, not {label}: {row['says']}"
                yield from (f"  {pair_words(pair)}" for pair in (spokesman or {}).get("pairs", ()))


def pair_words(pair: Row) -> str:
    """How two origins were found to stand to each other."""
    return f"{pair['relation']}: {pair['a']} / {pair['b']}: {pair['reason']}"


def grouped_by_role(event: Row) -> Row:
    """The event as joins are counted: claims that deny a proposition, or leave it open, are a group beside
    it, for some hold them for one with it and others for its contradiction; either is right."""
    texts = {article["doc"]: article["text"] for article in event["articles"]}
    groups, conflicts, parts = [], list(event["conflicts"]), list(event["parts"])
    for row in event["propositions"]:
        by_role: dict[str, list[Row]] = {}
        for member in row["members"]:
            content = [span(texts[member["doc"]], member["quote"])]
            by_role.setdefault(member["role"], []).append(
                {"doc": member["doc"], "content": content}
            )
        for role, members in by_role.items():
            own = role == "supports"
            id = row["id"] if own else f"{row['id']}:{role}"
            groups.append(
                {
                    "id": id,
                    "label": row["label"] if own and not row.get("unsure") else UNJUDGED,
                    "min": row["min"],
                    "max": row["max"],
                    "members": members,
                }
            )
            if not own:
                parts.append({"whole": row["id"], "part": id})
        if {"supports", "denies"} <= by_role.keys():
            conflicts.append({"a": row["id"], "b": row["id"] + DENIED, "kind": "denial"})
    return {"groups": groups, "conflicts": conflicts, "parts": parts}


def _events(proposition: Row, event_of: dict[str, set[str]]) -> set[str]:
    return {name for claim in proposition["claims"] for name in event_of.get(claim["doc"], ())}


def _conflicts(event: Row, placed: Placed, finder: Finder, tally: Tally) -> None:
    found = by_group(placed)
    clashing = set()
    for row in event["conflicts"]:
        clashing |= {row["a"], row["b"]}
        a, b = found.get(row["a"], []), found.get(row["b"], [])
        if not a or not b:
            continue
        told = named(a, b) or (row["b"].endswith(DENIED) and _denied(event, row["b"], finder))
        kind = "update" if row["kind"] == "update" else "conflict"
        tally.count.update(
            {kind: 1, f"{kind} named": told, row["kind"]: 1, f"{row['kind']} told": told}
        )
    for group, propositions in found.items():
        if group not in clashing:
            contested = bool(speaking(propositions).get("conflicts_with"))
            tally.count.update(peaceful=1, contested=contested)


def _denied(event: Row, id: str, finder: Finder) -> bool:
    """Whether a denying claim stands with what it denies, and is said to deny it."""
    (group,) = (group for group in event["groups"] if group["id"] == id)
    claims = (finder.claim(claim) for claim in group["members"])
    return any(found is not None and found[1].get("role") == "denies" for found in claims)


def _judge(event: Row, placed: Placed, tally: Tally) -> Confusion:
    found, labels = by_group(placed), Confusion()
    for group in event["groups"]:
        if group["label"] == UNJUDGED:
            continue
        spokesman = speaking(found[group["id"]]) if group["id"] in found else None
        labels[group["label"], spokesman["label"] if spokesman else NOT_FOUND] += 1
        tally.shares["interval"].append(spokesman is not None and overlaps(group, spokesman))
        low = spokesman["min"] if spokesman else None
        if group["label"] == "SINGLE":
            tally.count.update(single=1, kept=low is not None and low < 2, false=(low or 0) > 1)
        if group["label"] == "CORROBORATED":
            tally.count.update(independent=1, recognised=(low or 0) > 1)
    return labels


def _figures(tally: Tally, labels: Confusion) -> dict[str, float]:
    joined = figures_of_joins(tally)
    called = sum(count for (_, label), count in labels.items() if label == "CORROBORATED")
    judged = sum(labels.values())
    return {
        "propositions": judged,
        "claims": joined["claims"],
        "claims found": joined["claims found"],
        "pairs P": joined["pairs P"],
        "pairs R": joined["pairs R"],
        "pairs F1": f1(joined["pairs P"], joined["pairs R"]),
        "join at random right": joined["by claim P"],
        "held together": joined["by claim R"],
        "conflicts": tally.count["conflict"],
        "conflicts named": tally.part("conflict named", "conflict"),
        "updates": tally.count["update"],
        "updates named": tally.part("update named", "update"),
        "false contested": tally.part("contested", "peaceful"),
        "independent": tally.count["independent"],
        "independent recognised": tally.part("recognised", "independent"),
        "single": tally.count["single"],
        "single called CORROBORATED": tally.part("false", "single"),
        "verdict balanced": (tally.part("kept", "single") + tally.part("recognised", "independent"))
        / 2,
        "label right": sum(n for (a, b), n in labels.items() if a == b) / max(1, judged),
        "called CORROBORATED": called,
        "of these rightly": labels["CORROBORATED", "CORROBORATED"] / max(1, called),
        "interval": tally.mean("interval"),
    }


def located(lines: Iterable[dict[str, Any]], events: Iterable[Row]) -> list[Row]:
    """Anybody's predictions as propositions with places; raises ValueError for words that are not in the
    article, KeyError for an article that is not in the event."""
    texts = {article["doc"]: article["text"] for event in events for article in event["articles"]}
    out = []
    for number, line in enumerate(lines):
        claims = [
            {
                **claim,
                "content": claim.get("content") or [span(texts[claim["doc"]], claim["quote"])],
            }
            for claim in line["claims"]
            if claim["doc"] in texts
        ]
        row = {"proposition": line.get("id", str(number)), "conflicts_with": [], **line}
        out.append({**row, "claims": claims})
    return out
