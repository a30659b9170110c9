"""PolNeAR lines to windows with labels and links; nothing about the network."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from tokenizers import Tokenizer

from claims.detect.encode import Paragraph, assemble, pack, paragraphs
from claims.detect.entities import KINDS

TOKENIZER = Path("claims/weights/tokenizer.json")
PARTS = ("cue", "source", "content")
"""Tag 0 is outside; part p begins with 1 + 2p and goes on with 2 + 2p."""


@dataclass
class Window:
    """One training example; spans are ranges of the window's words, end exclusive."""

    pieces: list[int]
    features: list[int]
    heads: list[int]
    tags: list[int]
    spans: dict[str, list[tuple[int, int]]] = field(
        default_factory=lambda: {part: [] for part in PARTS}
    )
    entities: list[int] = field(default_factory=list)
    """A tag a word, as spaCy's own finder of entities sees them; empty where it was not asked."""
    thoughts: NDArray[np.float16] | None = None
    """Words by tags: logarithms of a teacher's probabilities."""
    cue_head: list[int] = field(default_factory=list)
    """For each cue span, the index of its attribution's first cue span."""
    content_cue: list[int] = field(default_factory=list)
    """For each content span, the index of its attribution's first cue span; -1 unknown."""
    cue_source: list[list[int]] = field(default_factory=list)
    """For each cue span, the indices of its sources; empty means none."""


def rows(path: str) -> Iterator[dict[str, Any]]:
    """The lines of a JSONL.gz file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def texts(paths: Iterable[Path]) -> dict[str, str]:
    """The text of each article by its doc."""
    return {row["doc"]: row["text"] for path in paths for row in rows(str(path))}


def learned(articles: list[dict[str, Any]], held: int) -> list[dict[str, Any]]:
    """The articles to learn from: every held-th is kept for calibration."""
    return [row for place, row in enumerate(articles) if not held or place % held]


def read_tokenizer(file: Path = TOKENIZER) -> Tokenizer:
    """The tokenizer, without padding and cutting."""
    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def windows(row: dict[str, Any], nlp: Language, tokenizer: Tokenizer) -> list[Window]:
    """The packed windows of one article; with entities where the pipeline finds them."""
    doc = nlp(row["text"])
    named = entity_tags(doc) if nlp.has_pipe("ner") else {}
    return [
        _labelled(packed, row["attributions"], row["text"], named)
        for packed in pack(paragraphs(doc, tokenizer, ()))
    ]


def entity_tags(doc: Doc) -> dict[int, int]:
    """Tags of the words inside entities, by the word's first code point."""
    return {
        word.idx: 1 + 2 * KINDS.index(ent.label_) + (place > 0)
        for ent in doc.ents
        if ent.label_ in KINDS
        for place, word in enumerate(ent)
    }


def _labelled(
    packed: list[Paragraph], attributions: list[dict[str, Any]], text: str, named: dict[int, int]
) -> Window:
    pieces, features, heads, offsets = assemble(packed)
    window = Window(pieces, features, heads, [0] * len(heads))
    window.entities = [named.get(start, 0) for start, _ in offsets] if named else []
    for attribution in attributions:
        index = {}
        for part in PARTS:
            found = [
                _mark(window, part, span) for span in _ranges(attribution[part], offsets, text)
            ]
            index[part] = [i for i in found if i >= 0]
        _link(window, index)
    return window


def _ranges(
    spans: list[list[int]], offsets: list[tuple[int, int]], text: str
) -> list[tuple[int, int]]:
    out = []
    for s, e in spans:
        inside = [i for i, (a, b) in enumerate(offsets) if a < e and b > s]
        while inside and text[slice(*offsets[inside[0]])] in "\"“”''``":
            inside.pop(0)
        while inside and text[slice(*offsets[inside[-1]])] in "\"“”''``":
            inside.pop()
        if inside:
            out.append((inside[0], inside[-1] + 1))
    return out


def _mark(window: Window, part: str, span: tuple[int, int]) -> int:
    """The span's index among the window's spans of the part; -1 where other spans stand in its
    way."""
    known = window.spans[part]
    if span in known:
        return known.index(span)
    if any(window.tags[i] for i in range(*span)):
        return -1
    begin = 1 + 2 * PARTS.index(part)
    for i in range(*span):
        window.tags[i] = begin if i == span[0] else begin + 1
    known.append(span)
    if part == "cue":
        window.cue_head.append(len(known) - 1)
        window.cue_source.append([])
    if part == "content":
        window.content_cue.append(-1)
    return len(known) - 1


def _link(window: Window, index: dict[str, list[int]]) -> None:
    if not index["cue"]:
        return
    head = index["cue"][0]
    for cue in index["cue"]:
        window.cue_head[cue] = head
    window.cue_source[head] = sorted({*window.cue_source[head], *index["source"]})
    for content in index["content"]:
        window.content_cue[content] = head
