"""Trains the weights of claims/rules/en/certainty.json: how sure the name of a speaker is, from labelled
sources (training/labels) and what the resolver says of them.

    python -m training.certainty --articles polnear-train.jsonl.gz events-dev.jsonl.gz
        --out claims/rules/en/certainty.json

Names are found by spaCy's own model, for the reader of names has learned these articles and cuts few names in
them. It prints, with every fifth event or article held out in turn, which share of all sources gets a wrong name
that is shown as certain, and which share of the right names is shown so.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import spacy
from numpy.typing import NDArray

from claims import engine
from claims.folding import fold_mention
from claims.model import Article, Attribution, Header, Span
from claims.resolve.article.context import ArticleContext
from claims.resolve.certainty import features
from claims.resolve.mentions.names import strip_title
from claims.resolve.resolver import in_order
from claims.resolve.speaker import resolve_uncertain
from training.antecedents import FOLDS, LABELS
from training.data import texts
from training.logistic import newton

CERTAIN = 0.9
RIDGE = 1.0
WRONG = 1.5
"""How many times a wrong name counts: more are wrong where the reader of names has not learned the
articles."""
Row = dict[str, Any]
Array = NDArray[np.float64]


class Example(NamedTuple):
    """A source with a name: where it is from, what is known of it, and whether the name is right."""

    group: str
    given: dict[str, float]
    right: bool


def examples(rows: Sequence[Row], articles: dict[str, str]) -> Iterator[Example | None]:
    """One for each labelled source; None for a source without a name."""
    nlp = spacy.load(engine.find_model())  # the reader of names has learned these articles
    for row in rows:
        text = articles[row["doc"]]
        given = [
            Attribution(
                *(tuple(Span(*s) for s in one[p]) for p in ("cue", "source", "content")), 1.0
            )
            for one in row["sources"]
        ]
        context = ArticleContext(nlp(text), given, Article(row["doc"], text), Header())
        group = row["doc"].split("_")[0] if row["corpus"] == "events" else row["doc"]
        for i in in_order(given):
            if not given[i].source or row["sources"][i]["type"] == "wrong":
                continue
            speaker = resolve_uncertain(context, given[i])
            if speaker.name is None or speaker.kind == "joint":
                yield None
                continue
            right = _folded(speaker.name) in _answers(row["sources"][i], text)
            at = given[i].source[0].start
            yield Example(group, features(speaker, speaker.mention, context.index, at), right)


def _answers(one: Row, text: str) -> set[str]:
    places = [*(one["speaker"] if len(one["speaker"]) == 1 else ()), *one.get("alts", [])]
    plain = [p for p in places if p and all(isinstance(x, int) for x in p[:2])]
    return {_folded(text[place[0] : place[1]]) for place in plain}


def _folded(name: str) -> str:
    return fold_mention(strip_title(name)[1] or name).removeprefix("the ")


def fit(seen: Array, right: Array, ridge: Array, wrong: float = 1.0) -> Array:
    """Logistic regression by Newton's method; what is not right counts so many times."""
    return newton(seen, right, ridge, np.where(right > 0, 1.0, wrong))


def main() -> None:
    """Reads, prints the figures held out in turn, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", nargs="+", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    rows = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
    every = list(examples(rows, texts(args.articles)))
    found = [one for one in every if one]
    keys = list(found[0].given)
    seen = np.array([[one.given[key] for key in keys] for one in found])
    right = np.array([one.right for one in found], float)
    ridge = np.array([0.01 if key == "bias" else RIDGE for key in keys])
    fold = np.array([zlib.crc32(one.group.encode()) % FOLDS for one in found])
    likely = np.zeros(len(found))
    for held in range(FOLDS):
        weights = fit(seen[fold != held], right[fold != held], ridge, WRONG)
        likely[fold == held] = 1 / (1 + np.exp(-seen[fold == held] @ weights))
    sure = likely >= CERTAIN
    print(f"{len(every)} sources, {len(found)} with a name, {right.mean():.3f} of them right")
    print(f"wrong and certain {(sure * (1 - right)).sum() / len(every):.3f} of the sources")
    print(f"right and certain {(sure * right).sum() / right.sum():.3f} of the right names")
    if args.out:
        weights = fit(seen, right, ridge, WRONG)
        kept = json.loads(args.out.read_text(encoding="utf-8"))
        kept["weights"] = {k: round(float(w), 3) for k, w in zip(keys, weights, strict=True)}
        args.out.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
