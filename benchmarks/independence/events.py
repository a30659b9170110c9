"""The made-up events: read, written one way, and checked; nothing is scored here."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "data" / "independence"
ROLES = ("supports", "denies", "neutral")
CONFLICTS = ("denial", "number", "time", "place", "opposite", "update")
PARTS = ("tune", "held")
SPEAKERS = ("person", "organisation", "document", "outlet", "joint")
SPANS_OF: Mapping[str, Callable[[int, int], bool]] = {
    "SINGLE": lambda low, high: high == 1,
    "POSSIBLY SINGLE": lambda low, high: low <= 1 < high,
    "CORROBORATED": lambda low, high: low >= 2,
    "UNSOURCED": lambda low, high: high == 0,
    "OTHER": lambda low, high: True,
}
"""By label what must hold of the fewest and the most origins."""
Row = dict[str, Any]


def read(part: str = "all", folder: Path = FOLDER) -> list[Row]:
    """The events of a part, or all of them, by name."""
    rows = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))]
    return [row for row in rows if part in ("all", row["part"])]


def articles(events: Iterable[Row]) -> Iterator[Row]:
    """The articles as `onrecord add` takes them: what is not known is left out."""
    for event in events:
        for article in event["articles"]:
            yield {key: value for key, value in article.items() if value and key != "owner"}


def span(text: str, quote: str) -> list[int]:
    """Where a quotation stands; raises ValueError where it does not."""
    start = text.index(quote)
    return [start, start + len(quote)]


def written(event: Row) -> str:
    """An event as its file holds it: a line a text, a member, a conflict, so that a change shows."""
    lines = [f"{{{_keys(event, 'event', 'part', 'what')},"]
    lines += ['"articles": [', *_listed(map(_article, event["articles"])), "],"]
    lines += ['"speakers": [', *_listed(map(_json, event["speakers"])), "],"]
    lines += ['"propositions": [', *_listed(map(_proposition, event["propositions"])), "],"]
    for name, end in (("conflicts", ","), ("parts", ","), ("copies", "")):
        lines += [f'"{name}": [', *_listed(map(_json, event[name])), f"]{end}"]
    return "\n".join([*lines, "}"]) + "\n"


def _article(article: Row) -> str:
    return f"{{{_keys(article, *(key for key in article if key != 'text'))},\n {_keys(article, 'text')}}}"


def _proposition(row: Row) -> str:
    members = ",\n  ".join(map(_json, row["members"]))
    rest = _keys(row, "min", "max", "label", "why", *({"unsure"} & row.keys()))
    return f'{{{_keys(row, "id", "says")}, "members": [\n  {members}],\n {rest}}}'


def _listed(items: Iterable[str]) -> list[str]:
    rows = list(items)
    return [f"{row}," for row in rows[:-1]] + rows[-1:]


def _keys(row: Mapping[str, Any], *keys: str) -> str:
    return _json({key: row[key] for key in keys})[1:-1]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def faults(event: Row) -> Iterator[str]:
    """What is wrong with an event, a line each."""
    texts = {article["doc"]: article["text"] for article in event["articles"]}
    ids = [row["id"] for row in event["propositions"]]
    if event["part"] not in PARTS:
        yield f"part {event['part']}"
    if len(texts) != len(event["articles"]) or len(set(ids)) != len(ids):
        yield "an id twice"
    for speaker in event["speakers"]:
        if speaker["kind"] not in SPEAKERS:
            yield f"speaker {speaker['name']}: {speaker['kind']}"
    for proposition in event["propositions"]:
        label, low, high = (proposition[key] for key in ("label", "min", "max"))
        if low > high or not SPANS_OF[label](low, high):
            yield f"{proposition['id']}: {label} with {low} to {high}"
        yield from _of_members(proposition, texts)
    quotes = Counter((m["doc"], m["quote"]) for p in event["propositions"] for m in p["members"])
    yield from (f"{place} in two propositions" for place, count in quotes.items() if count > 1)
    yield from _of_links(event, set(ids), set(texts))


def _of_members(proposition: Row, texts: Mapping[str, str]) -> Iterator[str]:
    if not proposition["members"] or not proposition["why"]:
        yield f"{proposition['id']}: without members or reason"
    for member in proposition["members"]:
        times = texts.get(member["doc"], "").count(member["quote"])
        if times != 1 or member["role"] not in ROLES or "speaker" not in member:
            yield f"{proposition['id']}: {member} stands {times} times"


def _of_links(event: Row, ids: set[str], docs: set[str]) -> Iterator[str]:
    for row in event["conflicts"]:
        if row["kind"] not in CONFLICTS or not {row["a"], row["b"]} <= ids:
            yield f"conflict {row}"
    yield from (f"part {row}" for row in event["parts"] if not set(row.values()) <= ids)
    for row in event["copies"]:
        if row["doc"] not in docs or row["of"] not in docs | {"wire"}:
            yield f"copy {row}"
