"""Counts of one document's attributions, found against gold: the definitions of the project's
evaluation.

A part is the set of its letters and digits. An attribution is found when a predicted one has
content of IoU >= .5 and a source that shares a character (or both have none); strict: content >= .9
and the same source; content: the source does not matter. Pairs are one to one and as many as
possible. Nested attributions and those without a cue are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

KINDS = ("direct", "mixed", "indirect")
_OPEN, _CLOSE, _STRAIGHT = "“„‟«", "”»", '"＂'


@dataclass(frozen=True)
class Found:
    """One attribution as sets of positions; `row` is where it came from."""

    cue: frozenset[int]
    source: frozenset[int]
    content: frozenset[int]
    kind: str
    row: Any


def prepare(attributions: Iterable[Any], text: str) -> list[Found]:
    """The attributions that count, in reading order of their content."""
    quoted = in_quotes(text)
    made = []
    for row in attributions:
        if row.get("nested") or not row.get("cue") or not row.get("content"):
            continue
        cue, source, content = (
            _letters(row.get(part) or (), text) for part in ("cue", "source", "content")
        )
        made.append(Found(cue, source, content, _kind(cue, content, quoted), row))
    return sorted(made, key=lambda a: [sorted(a.content), sorted(a.cue), sorted(a.source)])


def _letters(spans: Iterable[tuple[int, int]], text: str) -> frozenset[int]:
    marks = [i for s, e in spans for i in range(s, e) if not text[i].isspace()]
    return frozenset([i for i in marks if text[i].isalnum()] or marks)


def _kind(cue: frozenset[int], content: frozenset[int], quoted: set[int]) -> str:
    if cue and cue <= quoted:
        return "embedded"
    inside = len(content & quoted)
    if not inside:
        return "indirect"
    return "direct" if inside >= 0.9 * len(content) else "mixed"


def in_quotes(text: str) -> set[int]:
    """Positions within double quotation marks, which end at their line's end if nothing closes
    them."""
    # Two single marks are one double mark.
    marks = text.replace("''", '" ').replace("``", '" ') + "\n"
    inside: set[int] = set()
    start, deeper = -1, 0
    for i, mark in enumerate(marks):
        if start < 0:
            if mark in _OPEN or (
                mark in _STRAIGHT and not marks[i - 1 : i].isalnum()
            ):  # 6 feet 2" opens nothing
                start, deeper = i, 0
        elif mark in _OPEN and marks[i + 1].isalnum():
            deeper += marks[start] in _STRAIGHT
        elif mark in _CLOSE and deeper:
            deeper -= 1
        elif mark in _OPEN + _CLOSE + _STRAIGHT + "\r\n":
            inside.update(range(start, i))
            start = -1
    return inside


def overlap(a: frozenset[int], b: frozenset[int]) -> float:
    """Intersection over union; 0 where either is empty."""
    return len(a & b) / len(a | b) if a and b else 0.0


def same_source(gold: Found, pred: Found) -> bool:
    """Whether the two sources share a character or are both absent."""
    return bool(gold.source & pred.source) or not (gold.source or pred.source)


Test = Callable[[Found, Found], bool]
TESTS: dict[str, Test] = {
    "attribution": lambda g, p: overlap(g.content, p.content) >= 0.5 and same_source(g, p),
    "strict": lambda g, p: overlap(g.content, p.content) >= 0.9 and g.source == p.source,
    "content only": lambda g, p: overlap(g.content, p.content) >= 0.5,
}


def matching(gold: list[Found], pred: list[Found], test: Test) -> list[tuple[Found, Found]]:
    """As many one-to-one pairs that pass the test as there can be (augmenting paths)."""
    edges = [
        sorted(
            (j for j, p in enumerate(pred) if test(g, p)),
            key=lambda j: -overlap(g.content, pred[j].content),
        )
        for g in gold
    ]
    owner: dict[int, int] = {}

    def settle(i: int, seen: set[int]) -> bool:
        for j in edges[i]:
            if j in seen:
                continue
            seen.add(j)
            if j not in owner or settle(owner[j], seen):
                owner[j] = i
                return True
        return False

    for i in range(len(gold)):
        settle(i, set())
    return [(gold[i], pred[j]) for j, i in owner.items()]


def counts(gold: list[Found], pred: list[Found]) -> Counter[str]:
    """One document's counts: for each figure ':p' right, ':P' predicted, ':r' right, ':R' gold."""
    n: Counter[str] = Counter()
    for name, test in TESTS.items():
        pairs = matching(gold, pred, test)
        n.update(
            {
                f"{name}:p": len(pairs),
                f"{name}:P": len(pred),
                f"{name}:r": len(pairs),
                f"{name}:R": len(gold),
            }
        )
        if name == "attribution":
            for kind in KINDS:
                n[f"{kind}:p"] += sum(p.kind == kind for _, p in pairs)
                n[f"{kind}:P"] += sum(p.kind == kind for p in pred)
                n[f"{kind}:r"] += sum(g.kind == kind for g, _ in pairs)
                n[f"{kind}:R"] += sum(g.kind == kind for g in gold)
    return n
