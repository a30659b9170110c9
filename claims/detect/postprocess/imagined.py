"""Speech that the writer imagines, which is nobody's claim: "you can picture the meeting", "he would have
said". The second needs the parse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.detect.postprocess.layout import Page
from claims.detect.postprocess.parse import subject_of
from claims.detect.postprocess.sentences import sentence
from claims.model import Attribution, Span, Spans
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import children, covering

if TYPE_CHECKING:
    from spacy.tokens import Token

_IMAGINED = re.compile(rf"\W*(?:{alternation(listed('shapes', 'imagined'))})\b", re.IGNORECASE)


def dropped(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The claims without those whose sentence asks the reader to imagine it."""
    return [a for a in attributions if not _imagined(page, a)]


def _titled(page: Page, cue: Span) -> bool:
    """Whether the words of saying stand in a title: "her last show, “He Said It Was Art”, ran for nine days"."""
    line = page.lines[page.line_at(cue.start)]
    around = next((q for q in page.quoted_in(line) if q.start < cue.start < q.end), None)
    inner = page.text[around.start + 1 : around.end - 1].strip() if around else ""
    longer = [w for w in inner.split() if len(w) > 2]
    return len(longer) > 1 and inner[-1] not in ".,!" and all(w[0].isupper() for w in longer)


def _imagined(page: Page, attribution: Attribution) -> bool:
    """Whether the sentence of a claim asks the reader to imagine it, or that before it does and somebody
    without a name speaks."""
    if not attribution.cue:
        return False
    if _titled(page, attribution.cue[0]):
        return True
    own = sentence(page, attribution.cue[0].start)
    if _IMAGINED.match(page.text, own.start) or _never_said(page, attribution):
        return True
    before = sentence(page, max(0, own.start - 2)) if own.start > 1 else own
    speaker = " ".join(map(page.words, attribution.source)).casefold().split()[:1]
    nobody = bool(speaker) and speaker[0] in words("shapes", "anybody")
    return nobody and bool(_IMAGINED.match(page.text, before.start))


def _never_said(page: Page, attribution: Attribution) -> bool:
    verbs = words("shapes", "saying", "chain", "verbs")
    said = [t for t in covering(page.doc, *attribution.cue[-1]) or () if t.lower_ in verbs]
    return any(never_said(t) or supposed(t, attribution.source) for t in said)


def supposed(verb: Token, source: Spans) -> bool:
    """Whether a verb stands behind "as if", or tells what somebody of no name might
    say: "it is as if the tide had said", "a union might argue"; nor does "no director" say anything."""
    marks = {c.lower_ for c in children(verb) if c.dep_ == "mark" and c.i < verb.i}
    if "as" in marks and marks & {"if", "though"}:
        return True
    subject = subject_of(verb)
    if subject is None or not any(s <= subject.idx < e for s, e in source):
        return False
    first = subject.left_edge.lower_
    if first == "no":
        return not subject.left_edge.nbor().like_num  # "No 10"
    might = any(c.dep_ == "aux" and c.lower_ in words("shapes", "unreal") for c in children(verb))
    return might and first in words("function_words", "articles") - {"the"}


def never_said(verb: Token) -> bool:
    """Whether a verb tells what somebody would have said, had he been asked."""
    helpers = {c.lower_ for c in children(verb) if c.dep_ == "aux" and c.i < verb.i}
    return "have" in helpers and bool(words("shapes", "unreal") & helpers)
