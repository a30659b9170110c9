"""The inline mark-up of the passages, read and written: text with {c1 ...}, {s1 ...} and {t1 ...}
-> offsets.

Here: the format alone. Not here: what a label means (README.md) and any figure (measure.py).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Spans = tuple[tuple[int, int], ...]

PARTS = {"c": "cue", "s": "source", "t": "content"}
SPEAKER_KINDS = {
    "person",
    "unnamed",
    "organisation",
    "group",
    "state",
    "document",
    "outlet",
    "joint",
    "none",
}
_OPEN = re.compile(r"\{([cst])(\d+(?:\+\d+)*) ")


class MarkupError(ValueError):
    """A block that cannot be read: which passage, and what is wrong."""


@dataclass(frozen=True)
class Who:
    """The line below a passage that says who speaks in some of its attributions."""

    kind: str
    speaker: str | None
    alt: tuple[str | None, ...] = ()
    members: tuple[str, ...] = ()
    via: str | None = None
    via_optional: bool = False
    nested: bool = False


@dataclass(frozen=True)
class Attribution:
    """One marked attribution; spans are code points of the passage's text, end exclusive."""

    number: int
    cue: Spans
    source: Spans
    content: Spans
    who: Who


@dataclass(frozen=True)
class Passage:
    """One passage with its labels."""

    name: str
    topic: str
    region: str
    style: str
    text: str
    attributions: tuple[Attribution, ...]


def load(path: Path) -> list[Passage]:
    """The passages of a file; MarkupError names the one that cannot be read."""
    return list(parse(path.read_text(encoding="utf-8")))


def parse(source: str) -> Iterator[Passage]:
    """The passages of a file's text: blocks that begin with ===, lines before the first are
    comment."""
    for block in re.split(r"(?m)^=== ", source)[1:]:
        head, _, rest = block.partition("\n")
        name, *labels = (part.strip() for part in head.split("|"))
        marked, line, below = rest.partition("\n---")
        if len(labels) != 3 or not line:
            raise MarkupError(
                f"{name}: a block is '=== name | topic | region | style', text, '---' and its speakers"
            )
        text, parts = strip(marked.strip("\n"), name)
        topic, region, style = labels
        yield Passage(
            name, topic, region, style, text, _joined(name, parts, dict(_speakers(below, name)))
        )


def strip(
    marked: str, name: str = "text"
) -> tuple[str, dict[tuple[str, int], list[tuple[int, int]]]]:
    """Marked text -> bare text, and the spans of each (part, number)."""
    bare: list[str] = []
    length, at = 0, 0
    open_marks: list[tuple[str, list[int], int]] = []
    spans: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    while at < len(marked):
        if found := _OPEN.match(marked, at):
            open_marks.append((PARTS[found[1]], [int(n) for n in found[2].split("+")], length))
            at = found.end()
            continue
        if marked[at] == "}" and open_marks:
            part, numbers, start = open_marks.pop()
            for number in numbers:
                spans[part, number].append((start, length))
        elif marked[at] in "{}":
            raise MarkupError(
                f"{name}: a brace that marks nothing: …{marked[max(0, at - 20) : at + 20]}…"
            )
        else:
            bare.append(marked[at])
            length += 1
        at += 1
    if open_marks:
        raise MarkupError(f"{name}: {len(open_marks)} marks are never closed")
    return "".join(bare), spans


def _speakers(below: str, name: str) -> Iterator[tuple[int, Who]]:
    for line in filter(None, map(str.strip, below.splitlines())):
        numbers, *fields = (field.strip() for field in line.split("|"))
        if len(fields) < 2 or fields[0] not in SPEAKER_KINDS:
            raise MarkupError(
                f"{name}: a speaker line is 'numbers | kind | speaker or - | …', not {line!r}"
            )
        who = Who(fields[0], _name(fields[1]), **_options(fields[2:], name))
        for number in numbers.split():
            yield int(number), who


def _options(fields: list[str], name: str) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for field in fields:
        word, _, value = field.partition(" ")
        if word == "nested":
            made["nested"] = True
        elif word == "alt":
            made["alt"] = tuple(_name(one) for one in value.split(" / "))
        elif word == "members":
            made["members"] = tuple(value.split(", "))
        elif word in ("via", "via?"):
            made |= {"via": value, "via_optional": word == "via?"}
        else:
            raise MarkupError(f"{name}: no such field: {field!r}")
    return made


def _name(written: str) -> str | None:
    return None if written.strip() == "-" else written.strip()


def _joined(
    name: str, parts: dict[tuple[str, int], list[tuple[int, int]]], who: dict[int, Who]
) -> tuple[Attribution, ...]:
    numbers = {number for _, number in parts}
    if numbers != set(who):
        raise MarkupError(f"{name}: marks {sorted(numbers)} and speaker lines {sorted(who)} differ")
    found = {key: _tidy(spans) for key, spans in parts.items()}
    made = [
        Attribution(
            n,
            found.get(("cue", n), ()),
            found.get(("source", n), ()),
            found.get(("content", n), ()),
            who[n],
        )
        for n in who
    ]
    for one in made:
        if not one.content:
            raise MarkupError(f"{name}: attribution {one.number} has no content")
    return tuple(sorted(made, key=lambda a: min(a.cue + a.source + a.content)))


def _tidy(spans: Iterable[tuple[int, int]]) -> Spans:
    """Sorted spans; those that lie inside another of the same part vanish in it."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def write(passage: Passage) -> str:
    """A passage as its block of mark-up; MarkupError where two spans cross, which braces cannot
    show."""
    numbers: dict[tuple[int, int, str], list[str]] = defaultdict(list)
    for one in passage.attributions:
        for letter, part in PARTS.items():
            for start, end in getattr(one, part):
                numbers[start, end, letter].append(str(one.number))
    marked, at, open_ends = [], 0, list[int]()
    for start, end, letter in sorted(numbers, key=lambda m: (m[0], -m[1], m[2])):
        marked.append(_closed(passage.text, at, start, open_ends))
        at = start
        if open_ends and end > open_ends[-1]:
            raise MarkupError(f"{passage.name}: {passage.text[start:end]!r} crosses another span")
        marked.append("{" + letter + "+".join(numbers[start, end, letter]) + " ")
        open_ends.append(end)
    marked.append(_closed(passage.text, at, len(passage.text), open_ends))
    head = " | ".join((passage.name, passage.topic, passage.region, passage.style))
    return f"=== {head}\n{''.join(marked)}\n---\n{_who_lines(passage)}"


def _closed(text: str, at: int, until: int, open_ends: list[int]) -> str:
    """The text between two positions, with the braces that close on the way."""
    out = ""
    while open_ends and open_ends[-1] <= until:
        end = open_ends.pop()
        out, at = out + text[at:end] + "}", end
    return out + text[at:until]


def _who_lines(passage: Passage) -> str:
    by_who: dict[Who, list[str]] = defaultdict(list)
    for one in sorted(passage.attributions, key=lambda a: a.number):
        by_who[one.who].append(str(one.number))
    return "".join(f"{' '.join(numbers)} | {_fields(who)}\n" for who, numbers in by_who.items())


def _fields(who: Who) -> str:
    fields = [who.kind, who.speaker or "-"]
    if who.members:
        fields.append("members " + ", ".join(who.members))
    if who.alt:
        fields.append("alt " + " / ".join(name or "-" for name in who.alt))
    if who.via:
        fields.append(f"via{'?' * who.via_optional} {who.via}")
    return " | ".join([*fields, "nested"] if who.nested else fields)
