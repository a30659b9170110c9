"""Acts, which are nobody's claims: a verb of acting and a thing, a vote, what a council agrees to do, a
petition that is rejected."""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import Page
from claims.detect.postprocess.sentences import sentence
from claims.detect.quotations import Quotation
from claims.model import Attribution, Span, Spans
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import covering

_VOTE = re.compile(rf"(?:{alternation(listed('shapes', 'voting'))})\b", re.IGNORECASE)
_VOTED_TO = [[word] for word in listed("shapes", "voted_to")]
_FINITE = ("VBD", "VBZ", "VBP", "MD")
MIN_QUOTED_WORDS = 3
"""Of a quotation that tells something; fewer call a thing by a word."""
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
    if {*verb[-2:]} & words("shapes", "agreeing") and _TO.match(page.text, *attribution.content[0]):
        decided = _agreed(page, attribution)
    elif _VOTE.search(cue):  # "told councillors, who then voted to extend the lease" is an act too
        who = page.words(attribution.source[0]).casefold() == "who"
        decided = who or page.words(attribution.content[0]).split()[1:2] in _VOTED_TO
    elif not (decided := _decided(page, verb[-1], attribution.content[0])):
        acts = verb[-1] in words("shapes", "acting")
        return acts and not any(_says(page, span) for span in attribution.content)
    return decided and not _tells(page, verb[-1], attribution.content)


def _agreed(page: Page, attribution: Attribution) -> bool:
    """Whether a body decides, or somebody agrees to speak; what two sides agree on is what both say."""
    source = page.words(attribution.source[0]).casefold()
    if source in words("pronouns", "thing"):  # "It also agreed to": the body of the sentence before
        own = sentence(page, attribution.source[0].start)
        source = page.words(sentence(page, max(0, own.start - 2))).casefold()
    if {*source.split()} & words("shapes", "deciding_bodies"):
        return True
    return bool(
        {*page.words(attribution.content[0]).casefold().split()[1:3]} & words("shapes", "answering")
    )


def _quoted(page: Page, span: Span) -> bool:
    return page.quoted(span.start) or page.text[span.start] in '“"'


def _decided(page: Page, verb: str, span: Span) -> bool:
    """Whether what is rejected is a thing that is voted on or ruled on: "a petition from allotment holders"."""
    tokens = covering(page.doc, *span)
    decided = tokens is not None and tokens.root.lower_ in words("shapes", "decided")
    return decided and verb in words("shapes", "deciding")


def _tells(page: Page, verb: str, content: Spans) -> bool:
    """Whether what is decided on is called something as well: a clause, several words that are quoted and no title,
    or what it is rejected as."""
    tokens = [token for span in content for token in covering(page.doc, *span) or ()]
    rejected = {verb, *(t.lower_ for t in tokens[1:2])} & words("shapes", "rejecting")
    for token in tokens:
        clause = token.lower_ == "that" and token.dep_ == "mark"
        if clause or (rejected and token.lower_ == "as" and token.dep_ == "prep"):
            return True
    return any(_speaks(page, q) for span in content for q in page.quoted_in(span))


def _speaks(page: Page, quotation: Quotation) -> bool:
    """Whether a quotation is more than a word for a thing (the “angry” residents) and no title."""
    quoted = page.trim(Span(quotation.start, quotation.end))
    count = len(page.words(quoted).split())
    verb = any(t.tag_ in _FINITE for t in covering(page.doc, *quoted) or ())
    return count >= (2 if verb else MIN_QUOTED_WORDS) and not _titled(page, quoted)


def _titled(page: Page, quoted: Span) -> bool:
    """Whether what is quoted is a name: the “Harbour Plan”, the “Plan for the Harbour”."""
    small = words("function_words", "small")
    own = page.words(quoted).split()
    ends = own[0][0].isupper() and own[-1][0].isupper()
    return ends and all(word[0].isupper() or word in small for word in own)


def _says(page: Page, span: Span) -> bool:
    tokens = covering(page.doc, *span)
    if tokens is None or _quoted(page, span):
        return True
    if page.words(span).isupper():  # of a headline in capitals the parse tells nothing
        return False
    return any(t.dep_.startswith("nsubj") or t.lower_ == "that" or t.tag_ == "TO" for t in tokens)
