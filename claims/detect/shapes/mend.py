"""The order in which the shapes are tried; what each does stands in its own module."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.detect.shapes import (
    according,
    behind,
    blocks,
    clauses,
    continued,
    cues,
    inner,
    leadins,
    marks,
    phrases,
    seeming,
    signatures,
    tagged,
    told,
    whole,
)
from claims.detect.shapes.page import Page, parts
from claims.model import Attribution, Spans
from claims.pieces import joined
from claims.tokens import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

Step = Callable[[Page, list[Attribution]], list[Attribution]]
STEPS: tuple[Step, ...] = (
    marks.mended,
    cues.mended,
    seeming.dropped,
    clauses.mended,
    whole.mended,
    told.mended,
    behind.mended,
    blocks.mended,
    leadins.found,
    signatures.found,
    tagged.found,
    phrases.found,
    according.found,
    clauses.found,
    marks.unclosed,
    continued.mended,
    inner.found,
)


def mend(doc: Doc, found: Iterable[Attribution], skip: Spans = ()) -> list[Attribution]:
    """The attributions with every shape mended or added, in order of their first span; never raises on any text."""
    page = Page(text_of(doc), doc, skip)
    out = list(found)
    for step in STEPS if page.lines else ():
        out = step(page, out)
    sound = (
        replace(a, cue=joined(a.cue), source=joined(a.source), content=joined(map(page.closed, a.content))) for a in out
    )
    return sorted((a for a in sound if a.content), key=lambda a: min(parts(a)))
