"""The order in which a text is made readable; each kind of edit stands in a module of its own."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.model import Span
from claims.view.blanks import blanks
from claims.view.damage import c1_marks, closing, composed, entities, misread, question_marks
from claims.view.elements import elements
from claims.view.lost_marks import lost_marks
from claims.view.marks import foreign_marks, pointing_in, same_marks
from claims.view.open_quotations import forgotten
from claims.view.view import View
from claims.view.widths import widths
from claims.view.wrapping import wraps

ROUNDS = (  # what was misread or written twice is read twice
    entities,
    entities,
    elements,
    composed,
    closing,
    misread,
    misread,
    c1_marks,
    widths,
    question_marks,
    lost_marks,
    pointing_in,
    foreign_marks,
    same_marks,
    wraps,
    blanks,
    forgotten,
)


def view_of(text: str) -> View:
    """A text as it is read: entities, marks and letters that came damaged are what they stood for,
    lines that were cut at a width run on, blanks that were lost stand again. Never raises."""
    view = View(text)
    for edits in ROUNDS:
        view = view.edited(edits(view.text))
    return view


def reads_as(text: str, span: Span, words: str) -> bool:
    """Whether these words are what is read at a span of a text as it stands."""
    view = _kept_view(text)
    return any(
        view.back(Span(*found.span())) == span
        for found in re.finditer(re.escape(words), view.text)
        if words
    )


@lru_cache(maxsize=1)
def _kept_view(text: str) -> View:
    """For the claims of one text, which are asked about one after another."""
    return view_of(text)
