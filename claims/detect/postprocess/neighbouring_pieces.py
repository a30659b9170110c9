"""Pieces of a content that stand in another sentence than its cue, which is somebody else's or
nobody's.

A quotation may go on over many sentences; what has no marks is only sure to be said where the cue
stands.
"""

from __future__ import annotations

from claims.detect.postprocess.layout import Page, changed, letters, touches
from claims.detect.postprocess.sentences import sentence
from claims.detect.postprocess.taken_words import Context
from claims.model import Attribution, Span

OTHER = "Words of another sentence without marks are not what was said there."
MIN_OWN_LETTERS = 6
"""Letters that the cue's own sentence must hold of what was said."""


def neighbours(page: Page, attribution: Attribution, context: Context) -> Attribution:
    """Leaves out unquoted sentences before the cue's own, and what begins amid the one after it."""
    if not attribution.cue or len(attribution.content) < 2:
        return attribution
    own = sentence(page, attribution.cue[0].start)
    here = [s for s in attribution.content if touches((s,), own)]
    if sum(letters(page.text, s) for s in here) < MIN_OWN_LETTERS:
        return attribution
    content = tuple(
        s
        for s in attribution.content
        if s in here or page.quoted(s.start) or not _another(page, s, own)
    )
    return (
        changed(attribution, OTHER, content=content)
        if len(content) < len(attribution.content)
        else attribution
    )


def _another(page: Page, piece: Span, own: Span) -> bool:
    """Whether a piece is of a sentence before, no line ending in a colon, or of one after it that
    it does not open."""
    if piece.end <= own.start:
        return page.text[page.lines[page.line_at(piece.start)].end - 1] != ":"
    opening = Span(sentence(page, piece.start).start, piece.start)
    return letters(page.text, opening) > 0
