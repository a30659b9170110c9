"""Claims inside another claim's content: "she said that the board had told her …". The outer one stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.detect.lists import words
from claims.detect.shapes.page import Page, claim, letters, parts, touches
from claims.model import Attribution, Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Token

INNER = "A verb of reporting within what somebody else says."
NOBODY = frozenset({"i", "we", "you", "anyone", "anybody", "one"})
"""Who speaks of their own speaking, or of nobody in particular, makes no second claim."""
LEAST = 6
"""Letters that a content holds."""


def found(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The claims that stand inside the contents; nothing without the parse."""
    if not page.doc.has_annotation("DEP"):
        return attributions
    taken = sorted(span for a in attributions for span in (*a.cue, *a.source))
    out = list(attributions)
    for start, end in sorted({span for a in attributions for span in a.content}):
        span = page.doc.char_span(start, end, alignment_mode="contract")
        for token in span or ():
            if token.lower_ in words("verbs"):
                out.extend(c for c in _told(page, token) if _fits(page, c, Span(start, end), tuple(taken)))
    return out


def _fits(page: Page, inner: Attribution, outer: Span, taken: Spans) -> bool:
    """Whether a claim lies within the outer content and is nobody else's."""
    within = all(outer.start <= s and e <= outer.end for s, e in parts(inner))
    free = not any(touches(taken, span) for span in (*inner.cue, *inner.source))
    return within and free and letters(page.text, inner.content[0]) > LEAST


def _told(page: Page, verb: Token) -> Iterator[Attribution]:
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if subject is None or clause is None or subject.lower_ in NOBODY:
        return
    content = page.trim(_span(clause.left_edge, clause.right_edge), ' ,.;“”"')
    source = _span(subject.left_edge, subject.right_edge)
    helpers = [c for c in verb.children if c.dep_ in ("aux", "neg") and subject.right_edge.i < c.i < verb.i]
    if any(c.lower_ == "to" for c in helpers):
        return
    cue = _span(min([verb, *helpers], key=lambda t: t.i), verb)
    if source.end <= cue.start and "\n" not in page.text[source.start : content.end] and content.start >= cue.end:
        yield claim([content], [cue], [source], why=INNER)


def _span(first: Token, last: Token) -> Span:
    return Span(first.idx, last.idx + len(last))
