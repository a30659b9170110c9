"""Quotations beside what their speaker does with face or body: "Orr shrugged. “It will hold.”"."""

from __future__ import annotations

from claims.detect.postprocess.layout import Page, claim, hull, touches
from claims.detect.postprocess.parse import child_before, phrase
from claims.detect.postprocess.sentences import sentence
from claims.detect.postprocess.taken import Taken
from claims.model import Attribution, Span
from claims.rules.lists import words
from claims.tokens import covering

BESIDE = "The quotation stands right behind what its speaker does."


def added(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Quotations without words that attribute them, whose paragraph tells right before what
    somebody did with face or body."""
    out = list(attributions)
    held = Taken(page.text)
    held.mark(*map(hull, out))
    for quotation in page.quotations if page.doc.has_annotation("DEP") else ():
        inner = page.trim(Span(quotation.start, quotation.end))
        if not quotation.closed or not held.free(inner):
            continue
        who = _doer(page, quotation.start)
        if who and not any(touches(a.cue, who) for a in out) and _stands_alone(page, quotation.end):
            out.append(claim([inner], why=BESIDE, same_as=(who,)))
            held.mark(inner)
    return out


def _stands_alone(page: Page, end: int) -> bool:
    """Whether a new sentence, or nothing, stands behind a quotation."""
    line = page.lines[page.line_at(max(0, end - 1))]
    rest = page.text[end : line.end].lstrip()
    return not rest or rest[0].isupper() or rest[0] in '“"'


def _doer(page: Page, at: int) -> Span | None:
    """Who does something with face or body in the sentence that ends right before a position."""
    line = page.lines[page.line_at(at)]
    before = page.text[line.start : at].rstrip()
    if not before.endswith((".", ":")):
        return None
    told = sentence(page, line.start + len(before) - 2)
    tokens = covering(page.doc, told.start, max(told.start + 1, line.start + len(before)))
    for token in tokens or ():
        if token.lower_ in words("shapes", "gestures"):
            subject = child_before(token, "nsubj")
            return phrase(subject) if subject is not None else None
    return None
