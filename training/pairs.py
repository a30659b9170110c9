"""Trains the weights of claims/rules/en/agreement.json from judged pairs; nothing about the texts
is kept.

    python -m training.pairs STORE:PAIRS… --out claims/rules/en/agreement.json

STORE is a store with the articles of the pairs, or several joined by "+"; PAIRS are lines with two
spans and a label, as in pairs-dev.jsonl, or labels that group all claims of events (training/labels);
"*7" behind them counts each seven times.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from claims.corroborate.matching.comparison import compare
from claims.corroborate.matching.constraints import other_people, veto_of
from claims.corroborate.matching.content import Content, read_claim
from claims.corroborate.matching.features import features_of
from claims.corroborate.model import StatedArticle, StatedClaim
from training import joins
from training.logistic import newton

POSITIVE = frozenset(["same_statement", "syndicated", "corroborating"])
Spans = list[list[int]]


@dataclass(frozen=True)
class Example:
    """A judged pair of which both claims were found."""

    id: str
    event: str
    positive: bool
    vetoed: bool
    given: dict[str, float]
    times: float = 1.0
    """How often it counts."""


def find(articles: dict[str, StatedArticle], doc: str, content: Any) -> StatedClaim | None:
    """The claim that covers a span or several best: half of their characters, or an IoU of .3."""
    spans = content if isinstance(content[0], list) else [content]
    wanted, best, chosen = {i for s, e in spans for i in range(s, e)}, 0.0, None
    for claim in articles[doc].claims if doc in articles else ():
        held = {i for s, e in claim.content for i in range(s, e)}
        shared = len(wanted & held)
        iou = shared / len(wanted | held)
        if not claim.nested and (iou >= 0.3 or shared >= len(wanted) / 2) and iou > best:
            best, chosen = iou, claim
    return chosen


def examples(
    articles: Iterable[StatedArticle], pairs: Iterable[dict[str, Any]]
) -> Iterator[Example]:
    """The pairs with features, those marked optional left out."""
    by_doc = {article.doc: article for article in articles}
    contents: dict[str, Content] = {}

    def read(claim: StatedClaim, article: StatedArticle) -> Content:
        if claim.id not in contents:
            contents[claim.id] = read_claim(claim, article)
        return contents[claim.id]

    for pair in pairs:
        a, b = (find(by_doc, pair[side]["doc"], pair[side]["content"]) for side in "ab")
        if pair.get("optional") or a is None or b is None or a is b:
            continue
        one, other = (
            read(claim, by_doc[pair[side]["doc"]]) for claim, side in ((a, "a"), (b, "b"))
        )
        found = compare(a, one, b, other)
        if found is not None:
            days = (by_doc[pair[side]["doc"]].published or "" for side in "ab")
            # Pairs without an event share what happened in the month of the earlier article.
            event = pair.get("event") or min(days)[:7]
            label, given = pair["label"], features_of(found, a, b)
            vetoed = bool(veto_of(found) or other_people(a, b))
            yield Example(pair["id"], event, label in POSITIVE, vetoed, given)


def worth(rows: Sequence[Example]) -> list[float]:
    """How much each pair counts in the fit: an event with many alike pairs has no more say than the
    square root of their number."""
    count = Counter((row.event, row.positive) for row in rows)
    one = [row.times / count[row.event, row.positive] ** 0.5 for row in rows]
    return [value * len(one) / sum(one) for value in one]


def fit(rows: Sequence[Example], names: Sequence[str], ridge: float) -> dict[str, float]:
    """Logistic regression by Newton's method, with a ridge on every weight but the bias."""
    x = np.array([[row.given[name] for name in names] for row in rows])
    y = np.array([row.positive for row in rows], float)
    towards = np.array([0.01 if name == "bias" else ridge for name in names])
    weights = newton(x, y, towards, np.array(worth(rows)))
    return dict(zip(names, weights.tolist(), strict=True))


def held_out(rows: Sequence[Example], names: Sequence[str], ridge: float) -> list[float]:
    """Each pair's likelihood by weights that never saw its event."""
    by_event = {
        event: fit([r for r in rows if r.event != event], names, ridge)
        for event in {r.event for r in rows}
    }
    return [1 / (1 + np.exp(-sum(by_event[r.event][n] * r.given[n] for n in names))) for r in rows]


def measure(
    rows: Sequence[Example], likely: Sequence[float], threshold: float
) -> tuple[float, float, float]:
    """Precision, recall and F1 over the pairs that were found."""
    said = [p >= threshold and not row.vetoed for row, p in zip(rows, likely, strict=True)]
    right = sum(s and row.positive for s, row in zip(said, rows, strict=True))
    p, r = right / max(1, sum(said)), right / max(1, sum(row.positive for row in rows))
    return p, r, 2 * p * r / max(1e-9, p + r)


def recall_at(rows: Sequence[Example], likely: Sequence[float], precision: float) -> float:
    """The most of the pairs that are one which a threshold finds with at least this precision."""
    ranked = sorted(zip(likely, rows, strict=True), key=lambda item: -item[0])
    right, best = 0, 0
    for said, (_, row) in enumerate((item for item in ranked if not item[1].vetoed), 1):
        right += row.positive
        best = max(best, right if right >= precision * said else 0)
    return best / max(1, sum(row.positive for row in rows))


def main() -> None:
    """Reads, trains, prints the figures with every event held out in turn, writes."""
    from store import open_store

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+", metavar="STORE:PAIRS")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--ridge", type=float, default=3.5)
    parser.add_argument("--threshold", type=float, default=0.55)
    args = parser.parse_args()
    sets = []
    for where, pairs in (entry.rsplit(":", 1) for entry in args.sets):
        pairs, _, times = pairs.partition("*")
        lines = joins.read(Path(pairs))
        if lines and "groups" in lines[0]:
            lines = [pair for event in lines for pair in joins.pairs(event)]
        articles: list[StatedArticle] = []
        for one in where.split("+"):
            with open_store(one, create=False) as store:
                articles += store.corroboration.stated_articles()
        sets.append([replace(row, times=float(times or 1)) for row in examples(articles, lines)])
    rows = [row for part in sets for row in part if not row.vetoed]
    names = list(rows[0].given)
    likely = dict(zip([row.id for row in rows], held_out(rows, names, args.ridge), strict=True))
    for part in [*sets, rows]:
        sure = [likely.get(row.id, 0.0) for row in part]
        for threshold in (0.4, 0.5, args.threshold, 0.7, 0.8):
            figures = measure(part, sure, threshold)
            print(len(part), threshold, "p {:.3f} r {:.3f} F1 {:.3f}".format(*figures))
        print(len(part), f"recall at precision .90: {recall_at(part, sure, 0.9):.3f}")
    if args.out:
        kept = json.loads(args.out.read_text(encoding="utf-8")) if args.out.exists() else {}
        kept["weights"] = {
            name: round(value, 3) for name, value in fit(rows, names, args.ridge).items()
        }
        args.out.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
