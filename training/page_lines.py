"""Fits the weights of claims/rules/en/page_line_weights.json from labelled pages, and judges them on whole sets of
pages that they have not seen; nothing about the texts is kept.

    python -m training.page_lines [--folder DIR ...] [--out FILE]

Each further folder holds pages and a labels.jsonl as benchmarks/data/pages does.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.pages import Label, allowed, folded, labels
from claims.read.charset import decoded_page
from claims.read.html_text import parsed
from claims.read.line_measures import measures
from claims.read.page_blocks import Blocks
from claims.read.page_extract import extracted
from claims.read.page_metadata import Page
from claims.read.page_tree import prune
from claims.read.prescan import without_data
from training.boosting import Shape, Table, boosted, chances

FOLDERS = [
    Path("benchmarks/data") / f"pages{set_}" for set_ in ("", "-second", "-third", "-fourth")
]
LEAST_SEEN = 8
"""What fewer lines show is no feature."""
REASON = (
    "Trees of a gradient boosting of whether a line of a page's extracted text is none of the article's, over what it "
    "shows (claims/read/line_measures.py): the first leaf, then [feature, threshold, tree where it is at most that, "
    "tree where it is more]. Fitted by training/page_lines.py; from the cutoff on, a line is left out."
)
WAYS = {"as it is read": 1.0, "unpruned": 0.5, "all that may be text": 0.5}
"""In which a page's text is taken, and what the lines of each weigh: more lines that are none of the article's."""
ALLOWED_WEIGHT = 0.5
"""Of a line that a label allows and does not ask for."""


class Example(NamedTuple):
    """A line: of which set and page, in which way it was taken, what it shows, what it is."""

    group: str
    page: str
    way: str
    shown: dict[str, float]
    is_other: bool
    is_asked: bool


def examples(folder: Path) -> Iterator[Example]:
    """The lines of the pages of a folder."""
    for label in labels(folder):
        page = without_data(decoded_page((folder / label["page"]).read_bytes(), None))
        page = page.replace("\x00", "")
        for way in WAYS:
            yield from _lines(page, label, folder.name, way)


def _lines(page: str, label: Label, group: str, way: str) -> Iterator[Example]:
    tree, whole = parsed(page), parsed(page)
    if tree is None or whole is None:
        return
    if way == "as it is read":
        prune(tree)
    blocks = Blocks(tree)
    lines = extracted(tree, all_of_it=way == "all that may be text")
    asked = folded("\n".join(label["paragraphs"]))
    known = allowed({**label, "authors": label["authors"] or []})
    for line, shown in zip(lines, measures(lines, blocks, Page(whole).row()), strict=True):
        said = folded(line)
        is_asked = bool(said) and said in asked
        is_other = not (is_asked or (said and said in known))
        yield Example(group, label["page"], way, shown, is_other, is_asked)


def table(some: Sequence[Example], names: Sequence[str]) -> Table:
    """(lines, features)."""
    return np.array([[one.shown.get(name, 0.0) for name in names] for one in some])


def _weight(one: Example, made: set[str]) -> float:
    own = 1.0 if one.is_other or one.is_asked else ALLOWED_WEIGHT
    return WAYS[one.way] * own * (1 if one.group in made else 2)


def _fitted(some: Sequence[Example], names: Sequence[str], made: set[str]) -> list[object]:
    right = np.array([float(one.is_other) for one in some])
    weight = np.array([_weight(one, made) for one in some])
    return boosted(table(some, names), right, weight, Shape())


def _told(name: str, some: Sequence[Example], chance: Table, cutoff: float) -> None:
    kept = chance < cutoff
    other = np.array([one.is_other for one in some])
    asked = np.array([one.is_asked for one in some])
    pages = {(one.group, one.page) for one in some}
    leaky = {(one.group, one.page) for one, k in zip(some, kept, strict=True) if k and one.is_other}
    print(
        f"{name:20} {len(some)} lines, {int(other.sum())} of them none of the article's: kept of these"
        f" {(kept & other).sum() / max(1, other.sum()):.3f}, lost of the article's"
        f" {(~kept & asked).sum() / max(1, asked.sum()):.4f}, pages with any {len(leaky) / len(pages):.3f}"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Judges each set by weights that have not seen it, fits on all, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, nargs="*", default=[])
    parser.add_argument("--leave", nargs="*", default=[], help="names of folders to leave out")
    parser.add_argument("--cutoff", type=float, default=0.4)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args(arguments)
    made = {folder.name for folder in FOLDERS}
    some = [
        one
        for folder in [*FOLDERS, *asked.folder]
        if folder.name not in asked.leave
        for one in examples(folder)
    ]
    seen = Counter(name for one in some for name, value in one.shown.items() if value)
    names = sorted(name for name, count in seen.items() if count >= LEAST_SEEN)
    for group in dict.fromkeys(one.group for one in some) if not asked.leave else ():
        held = [one for one in some if one.group == group and one.way == "as it is read"]
        trees = _fitted([one for one in some if one.group != group], names, made)
        _told(group, held, chances(trees, table(held, names)), asked.cutoff)
    if asked.out:
        _write(asked.out, names, _fitted(some, names, made), asked.cutoff)


def _write(path: Path, names: Sequence[str], trees: list[object], cutoff: float) -> None:
    head = json.dumps({"reason": REASON, "cutoff": cutoff, "features": list(names)}, indent=1)[:-2]
    lines = ",\n".join("  " + json.dumps(tree, separators=(",", ":")) for tree in trees)
    path.write_text(f'{head},\n "trees": [\n{lines}\n ]\n}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
