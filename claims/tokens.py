"""Tokens by position in a long doc; spaCy's `char_span` walks through all of them at every call."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def covering(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens that hold a character of [start, end), code points of the doc's text; None where none does.

    The same as `doc.char_span(start, end, alignment_mode="expand")`, but by bisection.
    """
    if start >= end:
        return None
    tokens = range(len(doc))
    first = bisect_right(tokens, start, key=lambda i: doc[i].idx + len(doc[i]))
    last = bisect_left(tokens, end, key=lambda i: doc[i].idx)
    return doc[first:last] if first < last else None
