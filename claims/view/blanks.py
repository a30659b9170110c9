"""Blanks that were lost behind marks, as where paragraphs were glued together, and blanks too many
before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.view.view import Edit

_CLOSED = re.compile(r"(?<=[.,!?…][”»])(?=[A-Za-zÀ-ÿ“«])")
"""'The vaccine works,”said': a closing mark, and a word at once."""
_OPENED = re.compile(r"(?<=[a-z)][.,:!?])(?=[“«][A-ZÀ-Þ])")
"""'head of the trial.“But it'"""
_STRAIGHT = re.compile(r'"[^"\r\n]*"')
_STRAIGHT_CLOSED = re.compile(r"[.,!?…]\"(?=[A-Za-zÀ-ÿ])")
_STRAIGHT_OPENED = re.compile(r"(?<=[a-z)][.,:!?])\"[A-ZÀ-Þ]")
_SENTENCE = re.compile(r"(?<=(?:[a-zß-ÿ]{2}|\d[\d%])[.!?])(?=[A-ZÀ-Þ][a-zß-ÿ]*[ ,])")
"""'on Monday.Sund said'"""
_COMMA = re.compile(r"(?<=[a-zß-ÿ]{2},)(?=[A-Za-zÀ-ÿ]{2})")
"""'the matron,Greta Sund'"""
_ADDRESS = re.compile(r"(?<!\S)(?=\S*?(?://|@|www\.))\S++")
MIN_MARKS = 2
"""Marks without a blank from which on a text leaves them out everywhere."""


def blanks(text: str) -> Iterator[Edit]:
    """A blank at each place where one was lost, in a text that loses them beside quotation marks
    or again and again."""
    marked = {m.start() for pattern in (_CLOSED, _OPENED) for m in pattern.finditer(text)}
    marked.update(_beside_straight(text))
    plain = {m.start() for pattern in (_SENTENCE, _COMMA) for m in pattern.finditer(text)}
    if not marked and len(plain) < MIN_MARKS:
        return
    addresses = {at for m in _ADDRESS.finditer(text) for at in range(*m.span())}
    for at in sorted((marked | plain) - addresses):
        yield Edit(at, at, " ")


def _beside_straight(text: str) -> Iterator[int]:
    """The same beside marks that look alike on both sides: every second one of a line closes."""
    for pair in _STRAIGHT.finditer(text):
        if _STRAIGHT_OPENED.match(text, pair.start()):
            yield pair.start()
        if _STRAIGHT_CLOSED.match(text, pair.end() - 2):
            yield pair.end()
