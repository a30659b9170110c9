"""Sources made whole, or found where the cue's verb has a subject; contents stand in
boundaries.py."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.detect.postprocess.layout import Page, changed, letters
from claims.detect.postprocess.parse import FINITE, child_before, phrase, subject_of
from claims.detect.postprocess.sentences import END, sentence
from claims.detect.postprocess.taken_words import MAX_GROWTH_CHARACTERS, Context
from claims.model import Attribution, Span
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import children, covering

if TYPE_CHECKING:
    pass

WHO = "The clause that says who the source is goes on."
NEARER = "The cue's verb has a subject of its own, in its own sentence."
SUBJECT = "The subject of the cue's verb."
_RELATIVE = re.compile(rf",\s*(?:{alternation(listed('shapes', 'relative_openers'))})\b")
_MARKED = re.compile('["“”„«»]')
_DAY = re.compile(
    rf"(?<=[\w.]) (?:(?:{alternation(listed('dates', 'same_day', 'day_before'))})|on)$"
)
DAY = "The day is when it was said, and no part of who said it."


def whole_source(page: Page, attribution: Attribution, context: Context) -> Attribution:
    """Reads "the ministry, whose permission a sale would need," to the end of its relative
    clause."""
    if (
        len(attribution.source) != 1
        or not attribution.cue
        or not _RELATIVE.search(page.text, *attribution.source[0])
    ):
        return attribution
    source, cue = attribution.source[0], attribution.cue[0]
    between = (
        page.text[source.end : cue.start]
        if 0 < cue.start - source.end <= MAX_GROWTH_CHARACTERS
        else ""
    )
    if (
        letters(between, Span(0, len(between))) < 2
        or END.search(between)
        or _MARKED.search(between)
    ):
        return attribution
    if context.taken.find(1, source.end, cue.start) >= 0:
        return attribution
    return changed(attribution, WHO, source=(page.trim(Span(source.start, cue.start), " ,"),))


def whole_noun(page: Page, attribution: Attribution, context: Context) -> Attribution:
    """An article by itself names nobody: its noun, right behind it and before the cue, is the
    source."""
    span = (
        covering(page.doc, *attribution.source[0])
        if len(attribution.source) == 1 and attribution.cue
        else None
    )
    if span is None or len(span) != 1 or span[0].dep_ != "det" or span[0].head.i <= span[0].i:
        return attribution
    noun = span[0].head
    end = noun.idx + len(noun)
    if end > attribution.cue[0].start or context.taken.find(1, attribution.source[0].end, end) >= 0:
        return attribution
    return changed(attribution, WHO, source=(Span(span[0].idx, end),))


def without_day(page: Page, attribution: Attribution, context: Context) -> Attribution:
    """Reads "Tarn Metals today" before "said" as Tarn Metals, and "Ada Holm on" behind it as Ada Holm; a day
    that opens a name has a capital."""
    if len(attribution.source) != 1:
        return attribution
    start, end = attribution.source[0]
    day = _DAY.search(page.text[start:end])
    if day is None:
        return attribution
    return changed(attribution, DAY, source=(Span(start, start + day.start()),))


def subject(page: Page, attribution: Attribution, context: Context) -> Attribution:
    """Takes the subject of the cue's verb for the source where none was found."""
    if attribution.source or not attribution.cue:
        return attribution
    tokens = [t for s in attribution.cue for t in covering(page.doc, *s) or ()]
    if any(t.dep_ == "auxpass" for t in tokens):
        return attribution
    subject = next((s for t in tokens if (s := subject_of(t)) is not None), None)
    if subject is None or subject.lower_ in words("shapes", "nobody"):
        return attribution
    span = page.trim(phrase(subject), " ,")
    free = (
        context.taken.find(1, *span) < 0
        and "\n" not in page.text[span.start : attribution.cue[0].start]
    )
    return (
        changed(attribution, SUBJECT, source=(span,))
        if free and letters(page.text, span) > 1
        else attribution
    )


def own_subject(page: Page, attribution: Attribution, context: Context) -> Attribution:
    """Takes the subject of the cue's verb for the source where the one found stands in an earlier
    sentence."""
    if len(attribution.source) != 1 or not attribution.cue:
        return attribution
    source, cue = attribution.source[0], attribution.cue[0]
    own = sentence(page, cue.start)
    tokens = [t for t in covering(page.doc, *cue) or () if t.dep_ in FINITE]
    if (
        source.end > own.start
        or len(tokens) != 1
        or any(c.dep_ == "auxpass" for c in children(tokens[0]))
    ):
        return attribution
    subject = child_before(tokens[0], "nsubj")
    if (
        subject is None
        or subject.lower_ in words("shapes", "nobody")
        or subject.lower_ in ("who", "whom")
    ):
        return attribution
    span = page.trim(phrase(subject), " ,")
    free = context.taken.find(1, *span) < 0 and own.start <= span.start and span.end <= cue.start
    return changed(attribution, NEARER, source=(span,)) if free else attribution
