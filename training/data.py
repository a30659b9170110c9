"""PolNeAR lines to windows with labels and links; nothing about the network."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from spacy.language import Language
from tokenizers import Tokenizer

from claims.detect.encode import Paragraph, assemble, pack, paragraphs

PARTS = ("cue", "source", "content")
"""Tag 0 is outside; part p begins with 1 + 2p and goes on with 2 + 2p."""


@dataclass
class Window:
    """One training example; spans are ranges of the window's words, end exclusive."""

    pieces: list[int]
    features: list[int]
    heads: list[int]
    tags: list[int]
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=lambda: {part: [] for part in PARTS})
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


def windows(row: dict[str, Any], nlp: Language, tokenizer: Tokenizer) -> list[Window]:
    """The packed windows of one article."""
    doc = nlp.make_doc(row["text"])
    return [_labelled(packed, row["attributions"], row["text"]) for packed in pack(paragraphs(doc, tokenizer, ()))]


def _labelled(packed: list[Paragraph], attributions: list[dict[str, Any]], text: str) -> Window:
    pieces, features, heads, offsets = assemble(packed)
    window = Window(pieces, features, heads, [0] * len(heads))
    for attribution in attributions:
        index = {}
        for part in PARTS:
            found = [_mark(window, part, span) for span in _ranges(attribution[part], offsets, text)]
            index[part] = [i for i in found if i >= 0]
        _link(window, index)
    return window


def _ranges(spans: list[list[int]], offsets: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
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
    """The span's index among the window's spans of the part; -1 where other spans stand in its way."""
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
