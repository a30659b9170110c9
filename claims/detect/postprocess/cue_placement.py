"""Cues that stand in the wrong place: a colon for the verb beside the speaker, the half of a
passive."""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import Page, changed, free, letters, span_of
from claims.model import Attribution, Span
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import covering

VERB = "The verb beside the speaker attributes, not the mark behind it."
PASSIVE = "“To have said that” behind a passive belongs to the cue."
_SAID = re.compile(r"to (?:have )?(?P<verb>[a-z]+)(?=\s+that\s)")
_PASSIVE = re.compile(rf"\b(?:{alternation(listed('shapes', 'to_be'))})\s+(?:\w+ )?\w+$")


def mended(page: Page, found: list[Attribution]) -> list[Attribution]:
    """Every attribution with the rules of this module applied; none takes another's words."""
    return [_said_of(page, _verb_beside(page, one, found)) for one in found]


def _verb_beside(page: Page, found: Attribution, others: list[Attribution]) -> Attribution:
    """ "Said Ms. Holan: “…”": the verb right before or behind the speaker, where the cue is a mark
    alone."""
    if (
        len(found.source) != 1
        or not found.cue
        or any(letters(page.text, span) for span in found.cue)
    ):
        return found
    span = covering(page.doc, *found.source[0])
    for i in (span.start - 1, span.end) if span is not None else ():
        verb = page.doc[i] if 0 <= i < len(page.doc) else None
        if (
            verb is not None
            and verb.lower_ in words("shapes", "verbs")
            and free(others, span_of(verb, verb))
        ):
            return changed(found, VERB, cue=(span_of(verb, verb),))
    return found


def _said_of(page: Page, found: Attribution) -> Attribution:
    """ "The mayor was reported to have said that …": what the mayor said is the clause alone."""
    if len(found.cue) != 1 or not _PASSIVE.search(page.words(found.cue[0])):
        return found
    first = found.content[0]
    said = _SAID.match(page.text, *first)
    if (
        not said
        or said["verb"] not in words("shapes", "verbs")
        or page.text[found.cue[0].end : first.start].strip()
    ):
        return found
    content = (Span(said.end() + 1, first.end), *found.content[1:])
    return changed(found, PASSIVE, cue=(Span(found.cue[0].start, said.end()),), content=content)
