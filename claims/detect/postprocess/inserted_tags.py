"""Words of saying set into or behind a sentence without marks: "The board, Holm said later, notices everything",
"Traders should not hoard, added the minister, Ada Holm". Needs the parse, and does nothing without it."""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import Page, changed, claim
from claims.detect.postprocess.sentences import sentence
from claims.detect.postprocess.taken import Taken
from claims.model import Attribution, Span
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import covering
from claims.turns.tags import tag_at

SET_IN = "The words of saying are set in between a subject and its verb."
BEHIND = "The words of saying stand behind the whole sentence."
MIN_WORDS = 3
"""Of a sentence that somebody is told to have said."""
_GOES_ON = re.compile(
    rf"(?: (?:later|earlier|[a-z]{{2,20}}ly|(?:on )?(?:{alternation(listed('dates', 'weekdays'))})))?, (?=[a-z])"
)
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Claims whose words of saying are set in, with what stands on both sides of them."""
    if not page.doc.has_annotation("DEP"):
        return attributions
    return [_set_in(page, a) for a in attributions]


def _set_in(page: Page, attribution: Attribution) -> Attribution:
    if len(attribution.cue) != 1 or page.quoted(attribution.cue[0].start):
        return attribution
    cue = attribution.cue[0]
    own = sentence(page, cue.start)
    comma = page.text.find(",", own.start, cue.start)
    tag = tag_at(page.text, comma + 1, own.end) if comma > own.start else None
    goes_on = _GOES_ON.match(page.text, tag.end) if tag else None
    if tag is None or goes_on is None or not tag.verb.start <= cue.start < tag.verb.end:
        return attribution
    start = max((e for s, e in page.skip if s <= own.start < e <= comma), default=own.start)
    subject = page.trim(Span(start, comma), " \t")
    rest = page.trim(Span(goes_on.end(), own.end), " ,.")
    if _finite(page, subject) or not _finite(page, Span(rest.start, rest.start + 1)):
        return attribution
    return changed(attribution, SET_IN, cue=(tag.verb,), source=(tag.who,), content=(subject, rest))


def _finite(page: Page, span: Span) -> bool:
    return any(t.tag_ in _FINITE for t in covering(page.doc, *span) or ())


def added(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Claims of sentences that end in words of saying and whom they name, where nothing was found."""
    if not page.doc.has_annotation("DEP"):
        return attributions
    out, taken = list(attributions), Taken(page.text, attributions)
    for line in page.lines:
        at = line.start
        while at < line.end:
            own = sentence(page, at)
            at = max(own.end, at) + 1
            if (new := _behind(page, own)) and taken.free(own) and not page.skipped(own):
                out.append(new)
                taken.add(new)
    return out


def _behind(page: Page, own: Span) -> Attribution | None:
    end = own.end - (page.text[own.end - 1 : own.end] == ".")
    for comma in re.finditer(r",(?= )", page.text[own.start : end]):
        stop = own.start + comma.start()
        tag = tag_at(page.text, stop + 1, end)
        if tag is None or tag.who.end != end or tag.verb.start > tag.who.start:
            continue
        said = Span(own.start, stop)
        whole = len(page.words(said).split()) >= MIN_WORDS and _finite(page, said)
        if whole and page.words(tag.verb) in words("shapes", "verbs") and not page.quoted(stop):
            return claim([page.trim(said)], [tag.verb], [tag.who], why=BEHIND)
    return None
