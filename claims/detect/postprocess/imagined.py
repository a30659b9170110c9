"""Speech that the writer imagines, which is nobody's claim: "you can picture the meeting", "he would have
said". The second needs the parse."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.detect.postprocess.layout import Page
from claims.detect.postprocess.sentences import sentence
from claims.model import Attribution, Span
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import children, covering

if TYPE_CHECKING:
    from spacy.tokens import Token

_IMAGINED = re.compile(rf"\W*(?:{alternation(listed('shapes', 'imagined'))})\b", re.IGNORECASE)


def dropped(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The claims without those whose sentence asks the reader to imagine it."""
    return [a for a in attributions if not _imagined(page, a)]


def _imagined(page: Page, attribution: Attribution) -> bool:
    """Whether the sentence of a claim asks the reader to imagine it, or that before it does and somebody
    without a name speaks."""
    if not attribution.cue:
        return False
    own = sentence(page, attribution.cue[0].start)
    if _IMAGINED.match(page.text, own.start) or _never_said(page, attribution.cue[-1]):
        return True
    before = sentence(page, max(0, own.start - 2)) if own.start > 1 else own
    speaker = " ".join(map(page.words, attribution.source)).casefold().split()[:1]
    nobody = bool(speaker) and speaker[0] in words("shapes", "anybody")
    return nobody and bool(_IMAGINED.match(page.text, before.start))


def _never_said(page: Page, cue: Span) -> bool:
    verbs = words("shapes", "saying", "chain", "verbs")
    return any(t.lower_ in verbs and never_said(t) for t in covering(page.doc, *cue) or ())


def never_said(verb: Token) -> bool:
    """Whether a verb tells what somebody would have said, had he been asked."""
    helpers = {c.lower_ for c in children(verb) if c.dep_ == "aux" and c.i < verb.i}
    return "have" in helpers and bool(words("shapes", "unreal") & helpers)
