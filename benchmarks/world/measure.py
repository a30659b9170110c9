"""Figures of predictions on the passages, with bootstrap intervals over passages; nothing is
printed here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from . import forms, names, rows, spans
from .markup import Passage

DRAWS, SEED = 2000, 1
FEWEST = 5  # passages: an interval over fewer says nothing
F1S = ("attribution", "strict", "content only", *spans.KINDS, "via")
Predictions = Mapping[str, list[Any]]


@dataclass(frozen=True)
class Figure:
    """A figure with its 95 % interval; None where nothing was there to count or the passages are
    too few."""

    value: float | None
    low: float | None
    high: float | None
    gold: int


def counted(passage: Passage, attributions: list[Any]) -> Counter[str]:
    """One passage's counts: spans, recall by form of cue, speakers and intermediaries."""
    return counted_rows(rows.gold_row(passage), rows.speaker_rows(passage), attributions)


def counted_rows(
    row: Mapping[str, Any], speakers: list[dict[str, Any]], attributions: list[Any]
) -> Counter[str]:
    """The same for any text with its gold attributions and gold sources."""
    text = row["text"]
    gold, pred = spans.prepare(row["attributions"], text), spans.prepare(attributions, text)
    n = spans.counts(gold, pred) + names.speaker_counts(speakers, attributions)
    hit = {id(g) for g, _ in spans.matching(gold, pred, spans.TESTS["attribution"])}
    for one in gold:
        cue = " ".join(text[s:e] for s, e in one.row["cue"])
        form = forms.form_of(cue, bool(one.source), one.kind)
        n.update({f"{form}:R": 1, f"{form}:r": int(id(one) in hit)})
    return n


def figures(counts: list[Counter[str]]) -> dict[str, Figure]:
    """Every figure of some passages, in a fixed order."""
    total, drawn = _sums(counts)

    def figure(whole: str, formula: Formula) -> Figure:
        if not (gold := int(total[whole][0])):
            return Figure(None, None, None, 0)
        value = float(formula(total)[0])
        if len(counts) < FEWEST:
            return Figure(value, None, None, gold)
        low, high = np.quantile(formula(drawn)[drawn[whole] > 0], [0.025, 0.975])
        return Figure(value, float(low), float(high), gold)

    made = {name: figure(f"{name}:R", _f1(name)) for name in F1S}
    made |= {
        f"attribution {name}": figure("attribution:R", _share(*parts))
        for name, parts in _PR.items()
    }
    mentions = {
        key[:-2]
        for one in counts
        for key in one
        if key.startswith("speakers, ") and key.endswith(":R")
    }
    for name in ["speakers", *sorted(mentions)]:
        made[f"{name} end to end"] = figure(f"{name}:R", _share(f"{name}:r", f"{name}:R"))
        made[f"{name} given found"] = figure(f"{name}:R", _share(f"{name}:r", f"{name}:found"))
    made |= {
        f"recall, {form}": figure(f"{form}:R", _share(f"{form}:r", f"{form}:R"))
        for form in forms.FORMS
    }
    return made


def _sums(counts: list[Counter[str]]) -> tuple[Sums, Sums]:
    """The sums over the passages, and those of every draw of as many passages with replacement."""
    keys = sorted({key for one in counts for key in one})
    table = np.array([[one[key] for key in keys] for one in counts], dtype=np.float64).reshape(
        len(counts), len(keys)
    )
    n = len(counts)
    weights = np.random.default_rng(SEED).multinomial(n, np.full(n, 1 / n), DRAWS)
    total: Sums = defaultdict(lambda: np.zeros(1), zip(keys, table.sum(0)[:, None], strict=True))
    drawn: Sums = defaultdict(lambda: np.zeros(DRAWS), zip(keys, (weights @ table).T, strict=True))
    return total, drawn


def grouped(
    passages: list[Passage], counts: list[Counter[str]], label: str
) -> dict[str, dict[str, Figure]]:
    """Figures by topic, region or style."""
    groups: dict[str, list[Counter[str]]] = defaultdict(list)
    for passage, one in zip(passages, counts, strict=True):
        groups[getattr(passage, label)].append(one)
    return {name: figures(groups[name]) for name in sorted(groups)}


Sums = Mapping[str, "np.ndarray[Any, np.dtype[np.float64]]"]
Formula = Callable[[Sums], "np.ndarray[Any, np.dtype[np.float64]]"]
_PR = {
    "precision": ("attribution:p", "attribution:P"),
    "recall": ("attribution:r", "attribution:R"),
}


def _share(part: str, whole: str) -> Formula:
    return lambda n: n[part] / np.maximum(n[whole], 1e-9)


def _f1(name: str) -> Formula:
    def formula(n: Sums) -> np.ndarray[Any, np.dtype[np.float64]]:
        p, r = _share(f"{name}:p", f"{name}:P")(n), _share(f"{name}:r", f"{name}:R")(n)
        return 2 * p * r / np.maximum(p + r, 1e-9)

    return formula
