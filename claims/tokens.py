"""Text and tokens of a doc by position, read out of it once.

spaCy joins `doc.text` anew at every call, makes an object of every token that is looked at, and its
`char_span` walks through the whole doc.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_KEY, _CHILDREN = "onrecord_layout", "onrecord_children"
MAX_BESIDE = 100
"""Words on each side that hang on one: no sentence that somebody wrote has so many."""


class _Layout(NamedTuple):
    text: str
    starts: list[int]
    ends: list[int]


class _Tree(NamedTuple):
    """The tokens that hang on others, by what they hang on, and where those of each token begin."""

    children: list[int]
    firsts: list[int]


def _layout(doc: Doc) -> _Layout:
    """What stands where; kept with the doc, whose words never change."""
    layout = doc.user_data.get(_KEY)
    if not isinstance(layout, _Layout):  # a doc that came out of bytes has it as a list
        places = doc.to_array(["IDX", "LENGTH"])
        starts, lengths = places[:, 0], places[:, 1]
        layout = doc.user_data[_KEY] = _Layout(
            doc.text, starts.tolist(), (starts + lengths).tolist()
        )
    return layout


def text_of(doc: Doc) -> str:
    """The doc's text, joined once."""
    return _layout(doc).text


def ends_of(doc: Doc) -> tuple[list[int], list[int]]:
    """Where each token begins and ends, in code points."""
    layout = _layout(doc)
    return layout.starts, layout.ends


def numbers(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """The numbers of the first token that holds a character of [start, end) and of the one behind
    the last."""
    if start >= end:
        return None
    layout = _layout(doc)
    first, last = bisect_right(layout.ends, start), bisect_left(layout.starts, end)
    return (first, last) if first < last else None


def tokens_among(
    doc: Doc, words: Set[str], start: int = 0, end: int = sys.maxsize
) -> Iterator[Token]:
    """The tokens that hold a character of [start, end) and whose lower-case form is among the
    words, in order."""
    text, starts, ends = _layout(doc)
    for number in range(*(numbers(doc, start, end) or (0, 0))):
        if text[starts[number] : ends[number]].lower() in words:
            yield doc[number]


def children(token: Token) -> list[Token]:
    """What hangs on a token, in order, of very many the nearest on each side: of a run of verbs, each of
    which asks for what hangs on the first, all of it would be the square of its length. spaCy's own looks at
    every token of the phrase besides."""
    doc = token.doc
    tree = doc.user_data.get(_CHILDREN)
    if not isinstance(tree, _Tree):
        tree = doc.user_data[_CHILDREN] = _tree(doc)
    first, end = tree.firsts[token.i], tree.firsts[token.i + 1]
    if end - first > MAX_BESIDE:
        at = bisect_left(tree.children, token.i, first, end)
        first, end = max(first, at - MAX_BESIDE), min(end, at + MAX_BESIDE)
    return [doc[n] for n in tree.children[first:end]]


def _tree(doc: Doc) -> _Tree:
    import numpy as np

    # A head is kept as its distance, in a number without a sign.
    away = doc.to_array("HEAD").astype(np.int64)
    heads = np.arange(len(doc)) + away
    hanging = np.flatnonzero(away)
    hanging = hanging[np.argsort(heads[hanging], kind="stable")]
    firsts = np.searchsorted(heads[hanging], np.arange(len(doc) + 1))
    return _Tree(hanging.tolist(), firsts.tolist())


def covering(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens that hold a character of [start, end), code points of the doc's text; None where
    none does.

    The same as `doc.char_span(start, end, alignment_mode="expand")`, but by bisection.
    """
    from spacy.tokens import Span

    tokens = numbers(doc, start, end)
    return Span(doc, *tokens) if tokens else None
