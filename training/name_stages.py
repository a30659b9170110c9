"""Where names are lost or made up, from the reader's own spans to the index of an article, on labelled
articles whose events the reader has not seen.

    python -m training.name_stages --labels training/labels/names-train.jsonl --articles polnear-train.jsonl.gz
        events-dev.jsonl.gz --folds 3 --only 0 --errors 20

A reader is fitted anew for each part of so many; what differs is told by class, and with --errors by name.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch

from benchmarks.held import named_in
from claims import engine
from claims.detect.detector import Detector
from claims.detect.entities import write_entities
from claims.detect.names import NameReader
from claims.resolve.mentions.entities import entities_of
from claims.resolve.mentions.index import Index
from training.data import texts
from training.name_net import Example, fit
from training.names import exactly, examples, fold_of, labelled, with_places
from training.renamed import Spans, copies_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

KINDS = {"PERSON": "P", "ORG": "O", "person": "P", "organisation": "O"}


def stages(doc: Doc) -> dict[str, Spans]:
    """The names of a doc as the reader, the rules on edges and the index have them."""
    index = Index(doc, doc._.onrecord_attributions)
    return {
        "reader": [
            (e.start_char, e.end_char, KINDS[e.label_]) for e in doc.ents if e.label_ in KINDS
        ],
        "edges": [(s.start, s.end, KINDS[s.kind]) for s in entities_of(doc) if s.kind in KINDS],
        "index": list(named_in(index)),
    }


def classed(found: Spans, right: Spans) -> Iterator[tuple[str, tuple[int, int, str]]]:
    """What is wrong with each name found, and what was missed: false, kind, edges, missed."""
    for name in set(found) - set(right):
        over = [one for one in right if one[0] < name[1] and name[0] < one[1]]
        same = any(one[:2] == name[:2] for one in over)
        yield "false" if not over else "kind" if same else "edges", name
    for name in right:
        if not any(one[0] < name[1] and name[0] < one[1] for one in found):
            yield "missed", name


def entities(reader: NameReader, example: Example) -> list[tuple[int, int, str]]:
    """Everything that a reader finds in an article, in code points."""
    return [
        (offsets[start][0], offsets[end - 1][1], kind)
        for named, offsets in zip(reader.read(example.windows), example.offsets, strict=True)
        for start, end, kind in named
    ]


def by_fold(
    rows: list[dict[str, Any]], known: dict[str, str], folds: int, only: list[int], epochs: int
) -> Iterator[tuple[NameReader, list[Example]]]:
    """The readers fitted without each part, and the articles of that part."""
    articles = list(with_places(rows, known))
    read = list(examples(Detector("fast"), itertools.chain(articles, copies_of(articles, 2))))
    for fold in only or range(folds):
        own = [one for one in read if fold_of(one.doc, folds) == fold]
        seen = [one for one in read if fold_of(one.doc, folds) != fold]
        originals = {one.doc: one for one in reversed(own)}
        yield NameReader(fit(seen, epochs, 1)), list(originals.values())


def main() -> None:
    """Print the figures of every stage, and what is wrong at the last."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--only", type=int, nargs="*", default=[], help="these parts alone")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--errors", type=int, default=0, help="so many of each class")
    given = parser.parse_args()
    torch.set_num_threads(1)
    rows = [json.loads(line) for line in given.labels.read_text(encoding="utf-8").splitlines()]
    known, nlp = texts(given.articles), engine.load(None, "fast")
    pairs: dict[str, list[tuple[Spans, Spans]]] = defaultdict(list)
    wrong: dict[str, list[str]] = defaultdict(list)
    for reader, held in by_fold(rows, known, given.folds, given.only, given.epochs):
        for example in held:
            doc, right = nlp(known[example.doc]), labelled(example)
            write_entities(doc, entities(reader, example))
            for stage, found in stages(doc).items():
                pairs[stage].append((found, right))
            for what, (start, end, letter) in classed(pairs["index"][-1][0], right):
                wrong[f"{what} {letter}"].append(doc.text[start:end])
    for stage, both in pairs.items():
        print(stage, exactly(both))
    for what, names in wrong.items():
        print(what, len(names), names[: given.errors])


if __name__ == "__main__":
    main()
