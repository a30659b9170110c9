"""Our spans in the protocol of the best published tagger of the same corpus, CofeNet (Wang et al., COLING
2022), on the dev articles: exact span F1 of source, cue and content.

    python -m benchmarks.published [--model MODEL] [--pred FILE]

Its conventions: a paragraph is an example; a span is a run of tokens of one part, cut where the
paragraph ends, and counts only where both its edges are the annotator's, marks included; which parts
belong together is not asked; an article with several annotators counts once with each of them.
Our own spans end at letters and digits, so the marks that annotators take into a content are taken in
first; what that is worth is printed too.
"""

from __future__ import annotations

import argparse
import gzip
import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.quality import DATA, DEV, predicted

ANNOTATORS = "polnear-train-annotators.jsonl.gz"
PARTS = ("source", "cue", "content")
PUBLISHED = {"source": 0.832, "cue": 0.753, "content": 0.729}
"""On the corpus's test articles, which we never look at."""
OPENING, CLOSING = "“\"‘'`", "”\"’'"
Row = Mapping[str, Any]
Ranges = set[tuple[int, int, int]]
"""Paragraph, first token and the one behind the last."""


def gold() -> Iterator[Row]:
    """The dev articles, once for each annotator."""
    with gzip.open(DATA / DEV, "rt", encoding="utf-8") as lines:
        rows = {row["doc"]: row for row in map(json.loads, lines)}
    with gzip.open(DATA / ANNOTATORS, "rt", encoding="utf-8") as lines:
        several = [row for row in map(json.loads, lines) if row["split"] == "dev"]
    shared = {row["doc"] for row in several}
    yield from (row for doc, row in rows.items() if doc not in shared)
    yield from ({**rows[row["doc"]], "attributions": row["attributions"]} for row in several)


def with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A content with the quotation marks around it, and the comma or stop inside the closing one."""
    if start and text[start - 1] in OPENING:
        start -= 1
    stop = end + (text[end : end + 1] in tuple(",.?!"))
    while text[stop : stop + 1] in tuple(CLOSING):
        stop, end = stop + 1, stop + 1
    return start, end


class Tokens:
    """The tokens of one text, and in which paragraph each stands."""

    def __init__(self, text: str) -> None:
        from spacy.lang.en import English

        tokens = [t for t in _tokenizer(English)(text) if not t.is_space]
        self._text = text
        self._starts = [t.idx for t in tokens]
        self._ends = [t.idx + len(t) for t in tokens]
        self._lines = [text.count("\n", 0, start) for start in self._starts]

    def ranges(self, row: Row, part: str, *, marks: bool = False) -> Ranges:
        """The spans of a part as an example of each paragraph has them; nested claims are left
        out, for a token has one tag."""
        found: Ranges = set()
        for attribution in row["attributions"]:
            for start, end in () if attribution.get("nested") else attribution[part]:
                found |= self._cut(*with_marks(self._text, start, end) if marks else (start, end))
        return found

    def _cut(self, start: int, end: int) -> Ranges:
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        lines = self._lines[first:last]
        return {
            (line, first + lines.index(line), first + len(lines) - lines[::-1].index(line))
            for line in set(lines)
        }


_MADE: list[Any] = []


def _tokenizer(language: Any) -> Any:
    if not _MADE:
        _MADE.append(language().tokenizer)
    return _MADE[0]


def figures(pred: Mapping[str, Row], rows: Iterable[Row], *, marks: bool) -> dict[str, float]:
    """Exact span F1 of each part."""
    counts = {part: [0, 0, 0] for part in PARTS}
    for row in rows:
        tokens = Tokens(row["text"])
        made = pred.get(row["doc"], {"attributions": []})
        for part in PARTS:
            wanted = tokens.ranges(row, part)
            ours = tokens.ranges(made, part, marks=marks and part == "content")
            for place, number in enumerate((len(wanted & ours), len(wanted), len(ours))):
                counts[part][place] += number
    return {part: 2 * hit / max(1, n + m) for part, (hit, n, m) in counts.items()}


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="fast")
    parser.add_argument(
        "--pred", type=Path, help="what `onrecord extract` printed of the dev articles"
    )
    asked = parser.parse_args(arguments)
    pred, rows = predicted(asked.model, asked.pred), list(gold())
    for name, found in (
        (asked.model, figures(pred, rows, marks=True)),
        ("without marks", figures(pred, rows, marks=False)),
        ("CofeNet, on test", PUBLISHED),
    ):
        print(f"{name:18}", *(f"{part} {found[part]:.3f}" for part in PARTS), sep="  ")


if __name__ == "__main__":
    main()
