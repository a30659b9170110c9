"""Acts, which are nobody's claims: a verb of acting and a thing, a vote, what a council agrees to do, a
petition that is rejected."""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import Page
from claims.model import Attribution, Span
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import covering

_VOTE = re.compile(rf"(?:{alternation(listed('shapes', 'voting'))})\b", re.IGNORECASE)
_VOTED_TO = [[word] for word in listed("shapes", "voted_to")]
_TO = re.compile(r"to\b", re.IGNORECASE)


def dropped(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The claims without acts."""
    return [a for a in attributions if not _act(page, a)]


def _act(page: Page, attribution: Attribution) -> bool:
    """Whether a verb of acting has a thing for its object: no clause, no quotation, no demand; a vote to
    approve and what a body agrees to do are acts whatever they are about."""
    if len(attribution.cue) != 1 or not attribution.source:
        return False
    cue = page.words(attribution.cue[0])
    verb = cue.casefold().split()
    behind = all(span.start >= attribution.cue[0].end for span in attribution.content)
    if not verb or not behind or not attribution.content or _quoted(page, attribution.content[0]):
        return False
    if verb[-1] in words("shapes", "agreeing") and _TO.match(page.text, *attribution.content[0]):
        return _agreed(page, attribution)
    if _VOTE.match(cue):
        return page.words(attribution.content[0]).split()[1:2] in _VOTED_TO
    if verb[-1] in words("shapes", "deciding") and _decided(page, attribution.content[0]):
        return True
    return verb[-1] in words("shapes", "acting") and not any(
        _says(page, span) for span in attribution.content
    )


def _agreed(page: Page, attribution: Attribution) -> bool:
    """Whether a body decides, or somebody agrees to speak; what two sides agree on is what both say."""
    if {*page.words(attribution.source[0]).casefold().split()} & words("shapes", "deciding_bodies"):
        return True
    return bool(
        {*page.words(attribution.content[0]).casefold().split()[1:3]} & words("shapes", "answering")
    )


def _quoted(page: Page, span: Span) -> bool:
    return page.quoted(span.start) or page.text[span.start] in '“"'


def _decided(page: Page, span: Span) -> bool:
    """Whether what is rejected is a thing that is voted on or ruled on: "a petition from allotment holders"."""
    tokens = covering(page.doc, *span)
    return tokens is not None and tokens.root.lower_ in words("shapes", "decided")


def _says(page: Page, span: Span) -> bool:
    tokens = covering(page.doc, *span)
    if tokens is None or _quoted(page, span):
        return True
    if page.words(span).isupper():  # of a headline in capitals the parse tells nothing
        return False
    return any(t.dep_.startswith("nsubj") or t.lower_ in ("that", "to") for t in tokens)
