"""The lines of a page's text, as extraction gives them, and which of them are none of the article's: what their
words, their shape and their place in the page show together, weighed by trained trees."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from claims.outlet.outlets import is_agency
from claims.read.line_measures import measures
from claims.read.page_blocks import Blocks
from claims.read.page_others import own_of, written_by_readers
from claims.read.page_tree import prune
from claims.rules.lists import listed, load
from claims.rules.patterns import alternation

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MIN_LISTED_CHARACTERS = 40
"""Of a list's line that loses its mark."""
MAX_CREDIT_CHARACTERS = 250
MAX_LINES = 3_000
"""Of a text that are judged."""
_CREDIT = re.compile(
    rf"[\W_]{{0,5}}+(?:(?i:{alternation(listed('furniture', 'credit_words'))})\b(?=.{{0,60}}\b[A-ZÀ-Þ])"
    r"|\w.{0,60}\(@\w{1,40}\))"
    r"|.{0,200}\b(?:contributed|(?:[Rr]eporting|[Ee]dited|[Ee]diting|[Ww]riting) by)\b"
)
"""Who wrote, helped or edited, or whose post it is; it stays, for it is evidence."""


def own_lines(tree: HtmlElement, row: Mapping[str, Any]) -> list[str]:
    """The lines of the article; what stands around them is taken out of the tree first."""
    of_readers = written_by_readers(tree)
    prune(tree)
    blocks = Blocks(tree)
    lines = own_of(extracted(tree), of_readers)
    judged, rest = lines[:MAX_LINES], lines[MAX_LINES:]
    chances = map(chance, measures(judged, blocks, row))
    cutoff = load("page_line_weights")["cutoff"]
    told = zip(judged, chances, strict=True)
    return [*(line for line, likely in told if likely < cutoff or is_credit(line)), *rest]


def extracted(tree: HtmlElement, *, all_of_it: bool = False) -> list[str]:
    """The lines of the text of a page, none empty."""
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False, favor_recall=all_of_it)
    lines = str(getattr(found, "text", "") or "").split("\n")
    return [line for line in (_without_mark(line).strip() for line in lines) if line]


def chance(shown: Mapping[str, float]) -> float:
    """How likely a line is none of the article's, given what it shows."""
    features, trees = _trees()
    values = [shown.get(name, 0.0) for name in features]
    odds = 0.0
    for tree in trees:
        while tree.__class__ is tuple:
            feature, cut, low, high = tree
            tree = low if values[feature] <= cut else high
        odds += tree
    return 1 / (1 + math.exp(-odds))


@cache
def _trees() -> tuple[Sequence[str], Sequence[Any]]:
    held = load("page_line_weights")
    return held["features"], [_frozen(tree) for tree in held["trees"]]


def _frozen(tree: Any) -> Any:
    """A tree as tuples, which are taken apart faster."""
    return tuple(map(_frozen, tree)) if isinstance(tree, list) else tree


def is_credit(line: str) -> bool:
    """Whether a line credits somebody with the text, or with a post in it."""
    if len(line) > MAX_CREDIT_CHARACTERS:
        return False
    return bool(_CREDIT.match(line)) or is_agency(line.strip(" -–—()[].,"))


def _without_mark(line: str) -> str:
    """A line of a list without the mark that extraction puts before it; a dash before a name is the
    text's own."""
    return line.removeprefix("- ") if len(line) >= MIN_LISTED_CHARACTERS else line
