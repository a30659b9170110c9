"""How likely words came through a medium where an article names it, learned from labelled places, sources and
claims (training/labels); training/via.py writes the weights.

    python -m training.relays --articles polnear-train.jsonl.gz events-dev.jsonl.gz

It prints precision and recall of the places held out by event or article in turn, of those read for this and of
those that labelled sources show.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from claims import engine
from claims.model import Article, Header
from claims.resolve.article.context import ArticleContext
from claims.resolve.mentions import outlets
from claims.resolve.provenance.media_mentions import media_of
from claims.resolve.provenance.passing_on import signs
from training.antecedents import FOLDS, LABELS, _attribution
from training.certainty import Array, fit
from training.data import texts

PLACES = LABELS.with_name("relays-train.jsonl")
CLAIMS = LABELS.with_name("via-train.jsonl")
LEAST_SEEN = 6
"""What fewer places show is no feature."""
RIDGE, CUTOFF = 1.0, 0.0
Row = dict[str, Any]


class Example(NamedTuple):
    """A place where an article may name a medium: where it is from, what it shows, whether words came
    through it, and whether it was read for this."""

    group: str
    shown: set[str]
    right: bool
    read: bool


def examples(
    places: Sequence[Row], sources: Sequence[Row], articles: dict[str, str]
) -> Iterator[Example]:
    """The places of both files of labels."""
    nlp = engine.load()
    for row in (*places, *sources):
        doc = nlp(articles[row["doc"]])
        claims = [one for one in row.get("sources") or row.get("claims", ()) if one["content"]]
        given = [_attribution(one) for one in claims if one.get("type") != "wrong"]
        found = doc._.onrecord_attributions if "media" in row else given
        context = ArticleContext(doc, found, Article(row["doc"], doc.text), Header())
        group = row["doc"].split("_")[0] if row["corpus"] == "events" else row["doc"]
        if "media" in row:
            right: dict[int, bool] = {start: bool(yes) for start, _, yes in row["media"]}
            media = [medium for medium in media_of(context) if medium.start in right]
        else:
            right = dict(_of_sources(context, claims))
            media = [medium for medium in media_of(context) if right.get(medium.start, True)]
        for medium in media:
            shown = signs(context, medium)
            yield Example(group, shown, right.get(medium.start, False), "media" in row)


def _of_sources(context: ArticleContext, rows: Sequence[Row]) -> Iterator[tuple[int, bool]]:
    """The places in a source's sentence, or in the one before it, that name its intermediary; False for those of a
    sentence whose labels leave it open."""
    for one in rows:
        if one.get("sure") == 0 and "via" in one and "type" not in one:
            clause = context.clause(_attribution(one))
            starts = [medium.start for medium in media_of(context)]
            yield from ((at, False) for at in starts if clause.start <= at < clause.end)
        places = [p for p in (one.get("via"), *one.get("via_alts", ())) if p and p[0] != "title"]
        names = [context.text[p[0] : p[1]] for p in places if p[0] != "parts"]
        if not names or one.get("type") == "wrong":
            continue
        clause = context.clause(_attribution(one))
        before = context.sentence(max(0, clause.start - 1)).start
        start = clause.start if "\n" in context.text[before : clause.start] else before
        for medium in media_of(context):
            if start <= medium.start < clause.end and any(
                outlets.same(medium.name, name) for name in names
            ):
                yield medium.start, True


def table(some: Sequence[Example], names: Sequence[str]) -> Array:
    """(places, signs)."""
    return np.array([[float(name in one.shown) for name in names] for one in some])


def fitted(some: Sequence[Example]) -> dict[str, float]:
    """The weight of each sign that enough places show."""
    count = Counter(name for one in some for name in one.shown)
    names = sorted(name for name, seen in count.items() if seen >= LEAST_SEEN)
    ridge = np.array([0.01 if name == "bias" else RIDGE for name in names])
    weights = fit(table(some, names), np.array([one.right for one in some], float), ridge)
    return dict(zip(names, weights.tolist(), strict=True))


def main() -> None:
    """Reads, prints the figures held out in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", nargs="+", type=Path, required=True)
    args = parser.parse_args()
    places, *sources = (
        [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for path in (PLACES, LABELS, CLAIMS)
    )
    every = list(examples(places, [row for rows in sources for row in rows], texts(args.articles)))
    counts = {True: Counter[str](), False: Counter[str]()}
    for held in range(FOLDS):
        inside = [zlib.crc32(one.group.encode()) % FOLDS == held for one in every]
        weights = fitted([one for one, h in zip(every, inside, strict=True) if not h])
        for one in (one for one, h in zip(every, inside, strict=True) if h):
            said = sum(weights.get(name, 0.0) for name in one.shown) >= CUTOFF
            counts[one.read].update(right=one.right and said, said=said, wanted=one.right)
    for read, count in counts.items():
        right, said, wanted = (count[key] for key in ("right", "said", "wanted"))
        kind = "read for this" if read else "of labelled sources"
        print(f"{kind}: {wanted} places, P {right / said:.3f}, R {right / wanted:.3f}")


if __name__ == "__main__":
    main()
