"""Cues that stand in the wrong place: a colon for the verb beside the speaker, the half of a
passive."""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import Page, changed, letters, span_of
from claims.detect.postprocess.taken import Taken
from claims.model import Attribution, Span
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import covering

VERB = "The verb beside the speaker attributes, not the mark behind it."
PASSIVE = "“To have said that” behind a passive belongs to the cue."
_SAID = re.compile(r"to (?:have )?(?P<verb>[a-z]+)(?=\s+that\s)")
_PASSIVE = re.compile(rf"\b(?:{alternation(listed('shapes', 'to_be'))})\s+(?:\w+ )?\w+$")


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Every attribution with the rules of this module applied; none takes another's words."""
    taken = Taken(page.text, attributions)
    return [_said_of(page, _verb_beside(page, one, taken)) for one in attributions]


def _verb_beside(page: Page, attribution: Attribution, taken: Taken) -> Attribution:
    """ "Said Ms. Holan: “…”": the verb right before or behind the speaker, where the cue is a mark
    alone."""
    if (
        len(attribution.source) != 1
        or not attribution.cue
        or any(letters(page.text, span) for span in attribution.cue)
    ):
        return attribution
    span = covering(page.doc, *attribution.source[0])
    for i in (span.start - 1, span.end) if span is not None else ():
        verb = page.doc[i] if 0 <= i < len(page.doc) else None
        if (
            verb is not None
            and verb.lower_ in words("shapes", "verbs")
            and taken.free(span_of(verb, verb))
        ):
            return changed(attribution, VERB, cue=(span_of(verb, verb),))
    return attribution


def _said_of(page: Page, attribution: Attribution) -> Attribution:
    """ "The mayor was reported to have said that …": what the mayor said is the clause alone."""
    if len(attribution.cue) != 1 or not _PASSIVE.search(page.words(attribution.cue[0])):
        return attribution
    first = attribution.content[0]
    said = _SAID.match(page.text, *first)
    if (
        not said
        or said["verb"] not in words("shapes", "verbs")
        or page.text[attribution.cue[0].end : first.start].strip()
    ):
        return attribution
    content = (Span(said.end() + 1, first.end), *attribution.content[1:])
    return changed(
        attribution, PASSIVE, cue=(Span(attribution.cue[0].start, said.end()),), content=content
    )
