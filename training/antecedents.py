"""Trains the weights of claims/rules/en/antecedents.json: what speaks for a name as the one that "he"
or "she" takes up, from labelled sources (training/labels).

    python -m training.antecedents --articles polnear-train.jsonl.gz events-dev.jsonl.gz
        --out claims/rules/en/antecedents.json

It prints how many pronouns get the right name with every fifth event or article held out in turn, by the
weights that were set by hand and by its own, which are drawn towards those.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from claims import engine
from claims.model import Article, Attribution, Header, Span
from claims.resolve.article.context import ArticleContext
from claims.resolve.article.salience import FEMALE, MALE, NAMELESS
from claims.resolve.resolver import in_order
from claims.resolve.speaker import resolve_source
from training.data import texts

ROOT = Path(__file__).resolve().parent
LABELS, WEIGHTS = (
    ROOT / "labels" / "speakers-train.jsonl",
    ROOT.parent / "claims/rules/en/antecedents.json",
)
BY_HAND = {
    "ahead": -1.0,
    "gender fits": 0.4,
    "he": 1.5,
    "in own words": -1.5,
    "modifier": -0.9,
    "nameless": -1.5,
    "object": 0.5,
    "owner": 0.3,
    "paragraphs": -0.3,
    "quoted": -1.6,
    "sentences": -0.45,
    "speaker": 1.9,
    "subject": 1.5,
    "topic": 0.14,
}
"""What had been set by hand before anything was learned: the learned weights are drawn towards it. That of people
without a name was chosen on speakers-fresh, where 18 of 511 pronouns mean one, for speakers-train has two."""
FOLDS, STEPS, PACE = 5, 250, 0.05
Row = dict[str, Any]
Array = NDArray[np.float64]


class Example(NamedTuple):
    """A pronoun: where it is from, the features of each name that it may take up, and the right
    one."""

    group: str
    names: list[list[dict[str, float]]]
    right: int


def examples(rows: Sequence[Row], articles: dict[str, str], model: str) -> Iterator[Example]:
    """The labelled pronouns whose right name is among those that they may take up."""
    nlp = engine.load(None, model)
    for row in rows:
        text = articles[row["doc"]]
        given = [_attribution(one) for one in row["sources"]]
        context = ArticleContext(nlp(text), given, Article(row["doc"], text), Header())
        group = row["doc"].split("_")[0] if row["corpus"] == "events" else row["doc"]
        for i in in_order(given):
            found = _example(context, given[i], row["sources"][i], text)
            if found:
                yield Example(group, *found)
            resolve_source(context, given[i])


def _attribution(one: Row) -> Attribution:
    cue, source, content = (
        tuple(Span(*s) for s in one[part]) for part in ("cue", "source", "content")
    )
    return Attribution(cue, source, content, 1.0)


def _example(
    context: ArticleContext, given: Attribution, one: Row, text: str
) -> tuple[list[list[dict[str, float]]], int] | None:
    word = text[given.source[0].start : given.source[-1].end].casefold() if given.source else ""
    if word not in MALE | FEMALE:
        return None
    by_name: dict[str, list[dict[str, float]]] = {}
    nearest = ""
    for event, seen in context.focus.candidates(given.source[0].start, word, given.content):
        by_name.setdefault(event.name, []).append(seen)
        nearest = nearest or (event.name if event.kind == NAMELESS else "")
    right = nearest if one["type"] == "unnamed" else _named(context, one)
    if right not in by_name:
        return None
    return list(by_name.values()), list(by_name).index(right)


def _named(context: ArticleContext, one: Row) -> str:
    """The name at the one place that a label gives, "" of several and of none."""
    places = [place for place in one["speaker"] if isinstance(place[0], int)]
    mention = (
        context.index.covering(places[0][0]) if len(one["speaker"]) == len(places) == 1 else None
    )
    return mention.name if mention else ""


def fit(rows: Sequence[tuple[list[Array], int]], towards: Array, ridge: float) -> Array:
    """Weights under which the right name of each pronoun has the most likely place, by Adam."""
    weights, mean, square = towards.copy(), np.zeros_like(towards), np.zeros_like(towards)
    for step in range(1, STEPS + 1):
        slope = ridge * (weights - towards)
        for names, right in rows:
            best = np.array([places[(places @ weights).argmax()] for places in names])
            worth = best @ weights
            likely = np.exp(worth - worth.max())
            likely /= likely.sum()
            likely[right] -= 1
            slope += likely @ best
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope * slope
        steady = np.sqrt(square / (1 - 0.99**step)) + 1e-8
        weights -= PACE * mean / (1 - 0.9**step) / steady
    return weights


def _right(row: tuple[list[Array], int], weights: Array) -> bool:
    names, right = row
    return int(np.argmax([(places @ weights).max() for places in names])) == right


def main() -> None:
    """Reads, prints the figures held out in turn, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", nargs="+", type=Path, required=True)
    parser.add_argument("--model", default="fast")
    parser.add_argument("--ridge", type=float, default=3.0)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    found = list(examples(rows, texts(args.articles), args.model))
    kept = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    keys = sorted(kept["weights"])
    towards = np.array([BY_HAND.get(key, 0.0) for key in keys])
    data = [
        ([np.array([[p.get(k, 0.0) for k in keys] for p in n]) for n in one.names], one.right)
        for one in found
    ]
    fold = [zlib.crc32(one.group.encode()) % FOLDS for one in found]
    right = 0
    for held in range(FOLDS):
        learned = [row for row, f in zip(data, fold, strict=True) if f != held]
        weights = fit(learned, towards, args.ridge)
        right += sum(_right(r, weights) for r, f in zip(data, fold, strict=True) if f == held)
    before = sum(_right(row, towards) for row in data)
    print(f"{len(data)} pronouns, right before {before}, held out in turn {right}")
    if args.out:
        weights = fit(data, towards, args.ridge)
        kept["weights"] = {k: round(float(w), 3) for k, w in zip(keys, weights, strict=True)}
        args.out.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
