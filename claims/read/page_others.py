"""Lines of a page's text that others' words make: teasers of other articles, and what the page's readers wrote."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from claims.read.line_measures import is_prose
from claims.read.page_blocks import Blocks, folded
from claims.rules.lists import listed
from claims.rules.patterns import alternation

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LEAST = 2
"""Teasers or signatures, for one alone may be the article's own."""
MAX_SIGNATURE_CHARACTERS = 100
_TEASER = re.compile(r".*\[(?:…|\.\.\.)\]\s*$", re.DOTALL)
"""A text that a system cut: "… in the northern pier […]"."""
_BY = rf"(?:{alternation(listed('pages', 'signed_comments'))}) by\b"
_MAY_BE_SIGNED = re.compile(rf"{_BY}|\b(?:says|said|wrote):", re.IGNORECASE)
_SIGNED = re.compile(
    rf"{_BY}:?\s+\S.*\d|[^.!?]{{2,50}} (?:says|said|wrote):$",
    re.IGNORECASE,
)


def own_of(lines: Sequence[str], of_readers: Collection[str] = ()) -> list[str]:
    """The lines without teasers, and without those that readers wrote."""
    teasers = [line for line in lines if _TEASER.match(line)]
    cut = set(teasers)
    has_own = any(is_prose(line) for line in lines if line not in cut)
    gone = cut if len(teasers) >= LEAST and has_own else set()
    return [line for line in lines if line not in gone and folded(line) not in of_readers]


def written_by_readers(tree: HtmlElement) -> frozenset[str]:
    """The lines of a page, folded, from the last heading over comments that stands before the first of several lines
    that are signed as comments are; nothing where there are none, or no article before it."""
    if len(_MAY_BE_SIGNED.findall(tree.text_content())) < LEAST:
        return frozenset()
    blocks = Blocks(tree)
    signed = [
        number
        for number, block in enumerate(blocks.all)
        if len(block.text) <= MAX_SIGNATURE_CHARACTERS and _SIGNED.match(block.text)
    ]
    rooms = [number for number in blocks.rooms() if len(signed) >= LEAST and number < signed[0]]
    before = blocks.all[: rooms[-1]] if rooms else []
    if not any(is_prose(block.text) for block in before):
        return frozenset()
    return frozenset(block.said for block in blocks.all[rooms[-1] :]) - {b.said for b in before}
