"""Quotations beside what their speaker does: "Orr shrugged. “It will hold.”"."""

from __future__ import annotations

import re

from claims.detect.postprocess.doers import doer
from claims.detect.postprocess.layout import Page, changed, claim, hull, touches
from claims.detect.postprocess.parse import SUBJECTS
from claims.detect.postprocess.sentences import sentence
from claims.detect.postprocess.taken import Taken
from claims.detect.quotations import Quotation
from claims.model import Attribution, Span
from claims.rules.lists import words
from claims.tokens import children, covering

_WORD = re.compile(r"\w")
BESIDE = "The quotation stands right behind what its speaker does."


def added(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Quotations without words that attribute them, whose paragraph tells right before what
    somebody did."""
    out = list(attributions)
    held = Taken(page.text)
    held.mark(*map(hull, out))
    for quotation in page.quotations if page.doc.has_annotation("DEP") else ():
        inner = page.trim(Span(quotation.start, quotation.end))
        if not quotation.closed or not _stands_alone(page, quotation.end):
            continue
        far = None if held.free(inner) else _far(page, out, quotation)
        who = doer(page, quotation.start) if far or held.free(inner) else None
        if not who or (not far and any(touches(a.cue, who) for a in out)):
            continue
        if _stands_written(page, quotation.end):
            continue
        if far:
            rest = tuple(s for s in far.content if not touches((s,), inner))
            out[out.index(far)] = changed(far, BESIDE, content=rest)
        out.append(claim([inner], why=BESIDE, same_as=(who,)))
        held.mark(inner)
    return out


def _far(page: Page, attributions: list[Attribution], quotation: Quotation) -> Attribution | None:
    """The claim that holds a quotation of whole sentences beside other words, where its cue stands in another
    paragraph."""
    inner = page.trim(Span(quotation.start, quotation.end))
    holders = [a for a in attributions if touches(a.content, inner)]
    whole = page.text[inner.start].isupper() and page.text[inner.end - 1] in ".?!…"
    if len(holders) != 1 or not whole or not holders[0].cue:
        return None
    (holder,) = holders
    line = page.line_at(inner.start)
    if any(page.line_at(cue.start) == line for cue in holder.cue):
        return None
    return holder if any(not touches((s,), inner) for s in holder.content) else None


def _stands_alone(page: Page, end: int) -> bool:
    """Whether a new sentence, or nothing, stands behind a quotation."""
    line = page.lines[page.line_at(max(0, end - 1))]
    rest = page.text[end : line.end].lstrip()
    return not rest or rest[0].isupper() or rest[0] in '“"'


def _stands_written(page: Page, end: int) -> bool:
    """Whether the sentence behind a quotation takes it up as what stands somewhere: "The sign hung there for
    years", "The words are painted on the wall"."""
    behind = _WORD.search(page.text, end)
    if behind is None:
        return False
    tokens = covering(page.doc, *sentence(page, behind.start())) or ()
    root = next((token for token in tokens if token.dep_ == "ROOT"), None)
    subject = next((c for c in children(root) if c.dep_ in SUBJECTS), None) if root else None
    if root is None or subject is None:
        return False
    written = subject.dep_ == "nsubjpass" and root.lower_ in words("shapes", "inscribing")
    return written or subject.lower_ in words("shapes", "inscriptions")
