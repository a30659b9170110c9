"""Fits the weights of claims/rules/en/saying_weights.json from labelled claims, and judges them in folds of
whole events and, where they are asked for, on held-out parts; of the texts no more is kept than words of cues.

    python -m training.sayings --articles polnear-train.jsonl.gz events-dev.jsonl.gz [--held held fresh] [--out FILE]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from claims import engine
from claims.detect.kind import kind_of
from claims.detect.quotations import spoken_positions
from claims.detect.saying import measures
from claims.detect.stance import stance_of
from claims.long_runs import tokenized
from claims.model import Attribution, Span, Spans
from claims.rules.vocabulary import SayingName, saying_of_stance
from training.data import rows

LABELS = Path("training/labels")
NAMES = get_args(SayingName)
TRAIN = ("train", "more")
LEAST_SEEN = 4
"""What fewer claims show is no feature."""
RIDGE, STEPS = 2.0, 150
FOLDS, ROUNDS = 6, 3
PRECISION, LEAST_FOUND = 0.9, 15
"""What of the claims taken for none in the folds is none, from the cutoff on; and how many it takes to say so."""
REASON = (
    "Weights of a logistic regression of the kind of saying over what the text shows of cue, content and "
    "source (claims/detect/saying.py, saying_shape.py), five a feature, in the order of SayingName. Fitted by "
    "training/sayings.py on training/labels/sayings-train.jsonl and -more; from the cutoff on, a claim counts as none."
)
Table = NDArray[np.float64]


class Example(NamedTuple):
    """A labelled claim: what it shows, what it is, what its stance alone says."""

    group: str
    """What its article tells of, as far as known: an event with those named like it, else the article."""
    shown: dict[str, float]
    saying: int
    by_stance: int


def examples(labels: Path, articles: Sequence[str]) -> Iterator[Example]:
    """The labelled claims of a file with what their articles show."""
    wanted = {row["doc"]: row for row in map(json.loads, labels.read_text().splitlines())}
    nlp = engine.load()
    with nlp.select_pipes(disable=["onrecord_detect"]):
        for row in (row for path in articles for row in rows(path) if row["doc"] in wanted):
            doc = nlp(tokenized(nlp, row["text"]))
            quoted = spoken_positions(row["text"])
            for claim in wanted[row["doc"]]["claims"]:
                parts = (_spans(claim[part]) for part in ("cue", "source", "content"))
                one = Attribution(*parts, claim["confidence"])
                stance = stance_of(row["text"], one)
                shown = measures(doc, one, stance, kind_of(one.content, row["text"], quoted))
                right = NAMES.index(claim["saying"])
                group = row.get("event", row["doc"]).removesuffix("plus")
                yield Example(group, shown, right, NAMES.index(saying_of_stance(stance.stance)))


def _spans(pairs: Sequence[Sequence[int]]) -> Spans:
    return tuple(Span(*pair) for pair in pairs)


def table(some: Sequence[Example], names: Sequence[str]) -> Table:
    """(claims, features)."""
    return np.array([[one.shown.get(name, 0.0) for name in names] for one in some])


def fit(shown: Table, right: NDArray[np.int64]) -> Table:
    """(features, kinds): by Newton's method with Böhning's bound on the curvature, and a ridge."""
    wanted, width = np.eye(len(NAMES))[right], shown.shape[1]
    inverse = np.linalg.inv(shown.T @ shown * 0.5 + np.eye(width) * RIDGE)
    weights = np.zeros((width, len(NAMES)))
    for _ in range(STEPS):
        weights -= inverse @ (shown.T @ (chances(shown, weights) - wanted) + RIDGE * weights)
    return weights


def chances(shown: Table, weights: Table) -> Table:
    """(claims, kinds): how likely each kind is."""
    odds = shown @ weights
    likely = np.exp(odds - odds.max(axis=1, keepdims=True))
    out: Table = likely / likely.sum(axis=1, keepdims=True)
    return out


def decided(likely: Table, cutoff: float) -> NDArray[np.int64]:
    """None from the cutoff on, else the likeliest of the others."""
    none = NAMES.index("none")
    return np.where(likely[:, none] >= cutoff, none, likely[:, :none].argmax(axis=1))


def figures(right: NDArray[np.int64], said: NDArray[np.int64]) -> dict[str, float]:
    """F1 of each kind, their mean, the share that is right, and precision and recall of none."""
    out = {}
    for place, name in enumerate(NAMES):
        hits = int(((right == place) & (said == place)).sum())
        count = int((right == place).sum() + (said == place).sum())
        out[name] = 2 * hits / max(1, count)
    none = NAMES.index("none")
    hits = int(((right == none) & (said == none)).sum())
    out |= {"macro F1": float(np.mean(list(out.values()))), "right": float((right == said).mean())}
    out |= {"none P": hits / max(1, int((said == none).sum()))}
    return out | {"none R": hits / max(1, int((right == none).sum()))}


def folded(some: Sequence[Example], names: Sequence[str]) -> Table:
    """What weights say of each claim that never saw its event or article, ROUNDS times with other folds, one
    round behind the other."""
    return np.concatenate([_one_round(some, names, seed) for seed in range(ROUNDS)])


def _one_round(some: Sequence[Example], names: Sequence[str], seed: int) -> Table:
    groups = sorted({one.group for one in some})
    places = np.random.default_rng(seed).permutation(len(groups)) % FOLDS
    fold = np.array([places[groups.index(one.group)] for one in some])
    shown, right = table(some, names), _right(some)
    out = np.zeros((len(some), len(NAMES)))
    for number in range(FOLDS):
        rest, own = fold != number, fold == number
        out[own] = chances(shown[own], fit(shown[rest], right[rest]))
    return out


def cutoff_of(likely: Table, right: NDArray[np.int64]) -> float:
    """The least likelihood of none from which on PRECISION of the claims are none; 1 where there is none."""
    none = NAMES.index("none")
    order = np.argsort(-likely[:, none])
    share = np.cumsum(right[order] == none) / np.arange(1, len(order) + 1)
    enough = np.flatnonzero((share >= PRECISION) & (np.arange(len(order)) + 1 >= LEAST_FOUND))
    return round(float(likely[order[enough[-1]], none]), 2) if len(enough) else 1.0


def _right(some: Sequence[Example]) -> NDArray[np.int64]:
    return np.array([one.saying for one in some])


def _told(name: str, found: dict[str, float]) -> None:
    print(f"{name:28}", " ".join(f"{key} {value:.3f}" for key, value in found.items()))


def main(arguments: Sequence[str] | None = None) -> None:
    """Fits, prints the figures, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", nargs="+", required=True)
    parser.add_argument("--held", nargs="*", default=["held"], help="parts to judge; fresh: seldom")
    parser.add_argument("--cutoff", type=float, help="else the one that PRECISION needs in folds")
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args(arguments)
    train = [one for part in TRAIN for one in _part(part, asked.articles)]
    seen = Counter(name for one in train for name in one.shown)
    names = sorted(name for name, count in seen.items() if count >= LEAST_SEEN)
    likely = folded(train, names)
    cutoff = asked.cutoff or cutoff_of(likely, _right(train * ROUNDS))
    weights = fit(table(train, names), _right(train)).round(3)
    print(f"{len(train)} claims, {len(names)} features, none from {cutoff} on")
    _judged("train, folds", train * ROUNDS, likely, cutoff)
    for part in asked.held:
        some = _part(part, asked.articles)
        _judged(part, some, chances(table(some, names), weights), cutoff)
    if asked.out:
        _write(asked.out, names, weights, cutoff)


def _part(part: str, articles: Sequence[str]) -> list[Example]:
    return list(examples(LABELS / f"sayings-{part}.jsonl", articles))


def _judged(name: str, some: Sequence[Example], likely: Table, cutoff: float) -> None:
    right = _right(some)
    _told(f"{name}, by stance alone", figures(right, np.array([one.by_stance for one in some])))
    _told(name, figures(right, decided(likely, cutoff)))
    _told(f"{name}, likeliest kind", figures(right, likely.argmax(axis=1)))


def _write(path: Path, names: Sequence[str], weights: Table, cutoff: float) -> None:
    held: dict[str, Any] = {"reason": REASON, "cutoff": cutoff}
    lines = [
        f"  {json.dumps(n)}: {json.dumps(w)}" for n, w in zip(names, weights.tolist(), strict=True)
    ]
    head = json.dumps(held, indent=1)[:-2]
    path.write_text(
        f'{head},\n "weights": {{\n' + ",\n".join(lines) + "\n }\n}\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
