"""Pairs of statements with what they are to each other, as the pair reader learns from them: of labelled
events and judged pairs, from stores that hold the articles; of families of made-up statements.

    python -m training.pair_data STORE:LABELS... --out made/pairs.jsonl

STORE:LABELS as of training/pairs.py, or the folder of the made-up events, of which those to tune on count; pairs on
an event of the labels --without are left out. A line a pair: the two texts, the class, the event, and how likely the
features alone hold the two to be one.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from pathlib import Path
from typing import Any

from claims.corroborate.matching.comparison import compare
from claims.corroborate.matching.features import features_of
from claims.corroborate.matching.pair_model import likelihood
from claims.corroborate.matching.propositions import Statement
from claims.corroborate.model import StatedArticle
from training import joins
from training.pairs import POSITIVE, find

Row = dict[str, Any]
FAMILY = {"same": 4, "part": 2, "contradicting": 3, "other": 5}
"""Pairs of each class that a family gives."""


def class_of(label: str) -> str:
    """The reader's class of a label of judged pairs."""
    if label in POSITIVE:
        return "same"
    return label if label in ("part", "contradicting") else "other"


def labelled(
    articles: dict[str, StatedArticle], pairs: Iterable[Row], source: str
) -> Iterator[Row]:
    """The judged pairs of which both claims are in the articles; what readers call one or two is left out
    but for a whole beside its part."""
    statements: dict[str, Statement] = {}
    for pair in pairs:
        if pair.get("optional") and pair["label"] != "part":
            continue
        found = [(find(articles, pair[s]["doc"], pair[s]["content"]), pair[s]["doc"]) for s in "ab"]
        one, other = (
            claim and statements.setdefault(claim.id, Statement(claim, articles[doc]))
            for claim, doc in found
        )
        if one is None or other is None or one is other:
            continue
        agreement = compare(one.claim, one.content, other.claim, other.content)
        features = agreement and features_of(agreement, one.claim, other.claim)
        yield {
            "id": pair["id"],
            "source": source,
            "event": _event(pair),
            "class": class_of(pair["label"]),
            "a": one.claim.quote,
            "b": other.claim.quote,
            "likely": round(likelihood(features), 4) if features else 0.0,
            "candidate": bool(set(one.keys) & set(other.keys)),
        }


def _made(folder: Path) -> list[Row]:
    """The made-up events to tune on, in the form of training/labels/joins-train.jsonl."""
    from benchmarks.independence.events import read, span

    out = []
    for event in read("tune", folder):
        texts = {article["doc"]: article["text"] for article in event["articles"]}
        groups = [
            {"id": row["id"], "members": [
                {"doc": m["doc"], "content": [span(texts[m["doc"]], m["quote"])]} for m in row["members"]
            ]} for row in event["propositions"]
        ]  # fmt: skip
        rest = {name: event[name] for name in ("event", "conflicts", "parts")}
        out.append({**rest, "groups": groups, "bad": []})
    return out


def _event(row: Row) -> str:
    return str(row.get("event") or "").removesuffix("plus")


def of_family(family: Row) -> Iterator[Row]:
    """Some of the pairs of a family of which the class is known, as many of each kind as FAMILY says."""
    rng = random.Random(family["id"])
    one = [family["base"], *family["same"]]
    clashing = [row["text"] for row in family["contradicting"]]
    kinds = {
        "same": list(combinations(one, 2)),
        "part": list(product(one, (*family["more"], *family["less"]))),
        "contradicting": list(product(one, clashing)),
        "other": list(product((*one, *clashing), family["near"])),
    }
    for name, pairs in kinds.items():
        for a, b in rng.sample(pairs, FAMILY[name]):
            yield {"id": family["id"], "source": "families", "event": family["id"], "class": name,
                   "a": a, "b": b, "likely": 0.5, "candidate": True}  # fmt: skip


def main() -> None:
    """Reads stores and labels, writes the pairs."""
    from store import open_store

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="STORE:LABELS")
    parser.add_argument("--families", type=Path, nargs="*", default=[])
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    held = {_event(row) for path in args.without for row in joins.read(path)}
    with args.out.open("w", encoding="utf-8") as out:
        for where, path in (entry.rsplit(":", 1) for entry in args.sets):
            articles: dict[str, StatedArticle] = {}
            for one in where.split("+"):
                with open_store(one, create=False) as store:
                    articles |= {a.doc: a for a in store.corroboration.stated_articles()}
            lines = _made(Path(path)) if Path(path).is_dir() else joins.read(Path(path))
            if lines and "groups" in lines[0]:
                lines = [pair for event in lines for pair in joins.pairs(event)]
            lines = [pair for pair in lines if _event(pair) not in held]
            for row in labelled(articles, lines, Path(path).stem):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        for path in args.families:
            for family in joins.read(path):
                for row in of_family(family):
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
