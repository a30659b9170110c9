"""Figures and errors as text: pure, passages and counts in, a string out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from . import measure, names, rows, spans
from .markup import Passage

GROUPS = ("topic", "region", "style")


def tables(passages: list[Passage], counts: list[Counter[str]], dev: dict[str, Any] | None) -> str:
    """The total beside the dev figures, then attribution and speakers by topic, region and
    style."""
    known = dev["figures"] if dev else {}
    lines = [f"{len(passages)} passages; intervals: 95 % by bootstrap over passages"]
    if dev:
        lines.append(f"dev: {dev['what']}")
    lines += ["", f"{'':36}{'gold':>6}  {'world':>6}  {'interval':13}{'dev' if dev else ''}"]
    for name, figure in measure.figures(counts).items():
        there = f"{known[name]:.3f}" if name in known else ""
        lines.append(f"{name:36}{figure.gold:6}  {_cells(figure)}{there}".rstrip())
    for label in GROUPS:
        lines += ["", f"by {label:33}{'gold':>6}  {'attribution F1':23}{'speakers end to end'}"]
        for name, group in measure.grouped(passages, counts, label).items():
            claims, speakers = group["attribution"], group.get("speakers end to end")
            told = _cells(speakers) if speakers else ""
            lines.append(f"  {name:34}{claims.gold:6}  {_cells(claims):23}{told}".rstrip())
    return "\n".join(lines)


def _cells(figure: measure.Figure) -> str:
    if figure.value is None:
        return f"{'-':>6}  {'':13}"
    interval = "" if figure.low is None else f"{figure.low:.3f}-{figure.high:.3f}"
    return f"{figure.value:6.3f}  {interval:13}"


def as_json(passages: list[Passage], counts: list[Counter[str]]) -> str:
    """The same figures as one JSON object."""
    made: dict[str, Any] = {"total": _plain(measure.figures(counts))}
    for label in GROUPS:
        made[label] = {
            name: _plain(group) for name, group in measure.grouped(passages, counts, label).items()
        }
    return json.dumps(made, indent=1)


def _plain(figures: dict[str, measure.Figure]) -> dict[str, Any]:
    return {name: vars(figure) for name, figure in figures.items()}


def errors(passages: list[Passage], found: measure.Predictions) -> str:
    """One line an error: passage, what went wrong, cue | source | content (and what was
    predicted)."""
    return "\n".join(line for p in passages for line in _errors(p, found.get(p.name, [])))


def _errors(passage: Passage, attributions: list[Any]) -> Iterator[str]:
    gold = spans.prepare(rows.gold_row(passage)["attributions"], passage.text)
    pred = spans.prepare(attributions, passage.text)
    pairs = spans.matching(gold, pred, spans.TESTS["attribution"])
    paired = {id(one) for pair in pairs for one in pair}
    for one in gold:
        if id(one) not in paired:
            yield f"{passage.name}\tmissed: {_why(one, pred, attributions)}\t{_shown(one, passage.text)}"
    for one in pred:
        if id(one) not in paired:
            near = any(spans.overlap(one.content, g.content) for g in gold)
            yield f"{passage.name}\tinvented{', beside a claim' * near}\t{_shown(one, passage.text)}"
    for row in rows.speaker_rows(passage):
        said = names.compared_with(row, attributions)
        if said is not None and not names.right(row, said.get("speaker")):
            yield f"{passage.name}\tspeaker\t{row['source_text']} is {row['speaker']}, not {said.get('speaker')}"
        if said is not None and not names.right_via(row, said.get("via")):
            yield f"{passage.name}\tintermediary\t{row['source_text']}: {row['via']}, not {said.get('via')}"


def _why(gold: spans.Found, pred: list[spans.Found], attributions: list[Any]) -> str:
    if any(spans.overlap(gold.content, p.content) >= 0.5 for p in pred):
        return "wrong source"
    if any(gold.cue & p.cue for p in pred):
        return "wrong content"
    nested = {
        i
        for a in attributions
        if a.get("nested")
        for s, e in a.get("cue") or ()
        for i in range(s, e)
    }
    return "taken for nested" if gold.cue & nested else "not found"


def _shown(one: spans.Found, text: str) -> str:
    parts = (one.row.get(part) or () for part in ("cue", "source", "content"))
    return " | ".join(" … ".join(text[s:e] for s, e in part) or "-" for part in parts).replace(
        "\n", " "
    )
