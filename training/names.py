"""Trains the reader of names on labelled articles, over the states of a network that stays as it is.

    python -m training.names --labels training/labels/names-train.jsonl --articles polnear-train.jsonl.gz
        events-dev.jsonl.gz --model claims/weights/fast --out claims/weights/fast

Labels hold offsets alone: doc, and start, end and P (person) or O (body) of each name. --held N keeps the
articles of every Nth event out, and prints how exactly their names are found.
"""

from __future__ import annotations

import argparse
import itertools
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import torch
from numpy.typing import NDArray

from claims.detect.detector import Detector
from claims.detect.encode import assemble, pack, paragraphs
from claims.detect.entities import entity_spans
from claims.detect.manifest import NAMES, digest_of
from claims.detect.names import (
    NameReader,
    seen_of,
    spans_of,
)
from claims.engine import UNUSED, find_model
from training.data import texts
from training.name_net import Example, fit
from training.renamed import Spans, copies_of

LETTERS = {"PERSON": "P", "ORG": "O", "GPE": "G", "NORP": "N"}
"""Those of places and peoples are not labelled and not learned: their words change with the names'."""


def examples(detector: Detector, articles: Iterable[tuple[str, str, Spans]]) -> Iterator[Example]:
    """Labelled articles as the reader sees them: name, text and names of each."""
    nlp = spacy.load(find_model(), exclude=[*UNUSED, "ner"])
    for name, text, names in articles:
        doc = nlp(text)
        example = Example(name, [], [], [])
        for parts in pack(paragraphs(doc, detector.tokenizer, [])):
            packed = assemble(parts)
            _, states, entities = detector.run(*packed[:2])
            example.windows.append(seen_of(doc, packed, states[packed[2]], entities[packed[2]]))
            example.offsets.append(packed[3])
            example.tags.extend(_tags(packed[3], names))
        if example.windows:
            yield example


def with_places(
    rows: Iterable[dict[str, Any]], known: Mapping[str, str]
) -> Iterator[tuple[str, str, Spans]]:
    """Name, text and names of each labelled article, with the places and peoples that *fast* guesses at
    where no name is."""
    detector, nlp = Detector("fast"), spacy.blank("en")
    for row in rows:
        text = known[row["doc"]]
        names: Spans = [(start, end, letter) for start, end, letter in row["names"]]
        for parts in pack(paragraphs(nlp.make_doc(text), detector.tokenizer, [])):
            packed = assemble(parts)
            guessed = detector.run(*packed[:2])[2][packed[2]]
            names += _places(guessed, packed[3], names)
        yield row["doc"], text, names


def _places(
    guessed: NDArray[np.float32], offsets: Sequence[tuple[int, int]], names: Spans
) -> Spans:
    places = (
        (offsets[first][0], offsets[last - 1][1], LETTERS[kind])
        for first, last, kind in entity_spans(guessed)
        if kind in ("GPE", "NORP")
    )
    return [one for one in places if not any(s < one[1] and one[0] < e for s, e, _ in names)]


def _tags(offsets: Sequence[tuple[int, int]], names: Iterable[tuple[int, int, str]]) -> list[int]:
    tags = [0] * len(offsets)
    for start, end, letter in names:
        if letter not in "PO":
            continue
        inside = [i for i, (s, e) in enumerate(offsets) if s < end and start < e]
        for place, i in enumerate(inside):
            tags[i] = 1 + 2 * "PO".index(letter) + (place > 0)
    return tags


def found_by(reader: NameReader, example: Example) -> Spans:
    """The names of an article: start and end, code points, and letter."""
    read = zip(reader.read(example.windows), example.offsets, strict=True)
    return [
        (offsets[start][0], offsets[end - 1][1], LETTERS[kind])
        for named, offsets in read
        for start, end, kind in named
    ]


def labelled(example: Example) -> Spans:
    """The right names of an article, the same way."""
    offsets = [place for window in example.offsets for place in window]
    return [
        (offsets[s][0], offsets[e - 1][1], LETTERS[kind]) for s, e, kind in spans_of(example.tags)
    ]


def exactly(pairs: Iterable[tuple[Spans, Spans]]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of whole names, by kind, of what is found and what is right."""
    right, said, wanted = ({"P": 0, "O": 0} for _ in range(3))
    for found, gold in pairs:
        for letter in right:
            mine, theirs = ({one for one in group if one[2] == letter} for group in (found, gold))
            right[letter] += len(mine & theirs)
            said[letter] += len(mine)
            wanted[letter] += len(theirs)
    return {
        letter: (
            round(right[letter] / max(1, said[letter]), 3),
            round(right[letter] / max(1, wanted[letter]), 3),
            round(2 * right[letter] / max(1, said[letter] + wanted[letter]), 3),
        )
        for letter in right
    }


def event_of(doc: str) -> str:
    """The event of an article, where its name says it; else the article itself."""
    return doc.split("_")[0] if "ecb" in doc else doc


def fold_of(doc: str, folds: int) -> int:
    """Which part of so many an article is held out with; those of one event go together."""
    return zlib.crc32(event_of(doc).encode()) % folds


def main() -> None:
    """Train, print what is found of articles held out, and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=Path, nargs="+", required=True)
    parser.add_argument("--articles", type=Path, nargs="+", required=True)
    parser.add_argument("--model", default="fast")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--held", type=int, default=0)
    parser.add_argument("--copies", type=int, default=2, help="of each article, with other people")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    rows = [
        json.loads(line)
        for path in options.labels
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    articles = list(with_places(rows, texts(options.articles)))
    copies = copies_of(articles, options.copies)
    read = list(examples(Detector(options.model), itertools.chain(articles, copies)))
    held = {one.doc for one in read if options.held and fold_of(one.doc, options.held) == 0}
    arrays = fit([one for one in read if one.doc not in held], options.epochs, options.seed)
    if held:
        first = list({one.doc: one for one in reversed(read) if one.doc in held}.values())
        reader = NameReader(arrays)
        print(exactly((found_by(reader, one), labelled(one)) for one in first), len(held))
    if options.out:
        small = {name: array.astype(np.float16) for name, array in arrays.items()}
        np.savez(options.out / NAMES, **small)
        _note(options.out)


def _note(place: Path) -> None:
    path = place / "manifest.json"
    noted = json.loads(path.read_text(encoding="utf-8")) | {"names": True}
    path.write_text(
        json.dumps(noted | {"digest": digest_of(place)}, indent=1) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
