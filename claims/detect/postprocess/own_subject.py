"""A verb that has its own subject right before it speaks for that one, and for nobody in the sentence
before. Needs the parse, and does nothing without it."""

from __future__ import annotations

from claims.detect.postprocess.layout import Page, changed, touches
from claims.detect.postprocess.parse import child_before, phrase
from claims.detect.postprocess.sentences import sentence
from claims.model import Attribution, Span
from claims.rules.lists import words
from claims.tokens import covering

OWN = "The verb has its own subject; the one before belongs to another sentence."
MAX_SUBJECT_CHARACTERS = 90


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Every claim whose source stands in another sentence, while its cue has a subject of its
    own."""
    if not page.doc.has_annotation("DEP"):
        return attributions
    return [_with_subject(page, a) for a in attributions]


def _with_subject(page: Page, attribution: Attribution) -> Attribution:
    if (
        len(attribution.cue) != 1
        or len(attribution.source) != 1
        or page.quoted(attribution.cue[0].start)
    ):
        return attribution
    cue, source = attribution.cue[0], attribution.source[0]
    own = sentence(page, cue.start)
    if own.start < source.end or source.start >= cue.start:
        return attribution
    subject = _subject(page, cue)
    fits = subject is not None and own.start <= subject.start and subject.end <= cue.start
    if not fits or subject is None or touches(attribution.content, subject):
        return attribution
    return changed(attribution, OWN, source=(subject,))


def _subject(page: Page, cue: Span) -> Span | None:
    """The subject of a cue's verb, where it can speak."""
    for token in covering(page.doc, *cue) or ():
        if token.lower_ not in words("shapes", "verbs") | words("shapes", "chain"):
            continue
        subject = child_before(token, "nsubj")
        if subject is None or subject.lower_ in words("shapes", "impersonal"):
            return None
        span = phrase(subject)
        return span if span.end - span.start <= MAX_SUBJECT_CHARACTERS else None
    return None
