"""Contents made whole: a clause cut short is read to its end, words of another sentence are left
out.

Needs the parse for what a clause holds, and does nothing without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from claims.detect.postprocess import (
    behind_speaker,
    neighbouring_pieces,
    refusals,
    source_boundaries,
)
from claims.detect.postprocess.layout import Page, changed, letters, touches
from claims.detect.postprocess.parse import COMPLEMENTS
from claims.detect.postprocess.sentences import END, sentence
from claims.detect.postprocess.taken_words import MAX_GROWTH_CHARACTERS, Context, context_of
from claims.model import Attribution, Span
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import covering

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

ALONE = "A word such as “that” or “there” by itself says nothing."
QUOTED = "A sentence before the quotation is not part of it."
CUT = "The clause goes on behind where the detector stopped."
OPENED = "The clause that opens the sentence belongs to what is said in it."
MAX_OPENING_WORDS = 25
"""Words of a clause that opens a sentence."""
_LATE = re.compile(r"(?<=[.!?])\s+(?=[“\"„«])")
_MARKED = re.compile('["“”„«»]')
_LEAD = re.compile(rf"(?:{alternation(listed('shapes', 'linking'))}),?\s+(?=that\b)", re.IGNORECASE)


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Every attribution with the rules of this module applied; none grows into another's words."""
    if not page.doc.has_annotation("DEP"):
        return attributions
    context = context_of(page, attributions)
    out = []
    for attribution in attributions:
        for rule in RULES:
            attribution = rule(page, attribution, context)
        out.append(attribution)
    return out


def _substance(page: Page, attribution: Attribution, context: Context) -> Attribution:
    """Leaves out pieces that hold function words alone, where a piece with substance stays."""
    content = tuple(s for s in attribution.content if not _hollow(page, s))
    attribution = (
        changed(attribution, ALONE, content=content)
        if content and len(content) < len(attribution.content)
        else attribution
    )
    first = attribution.content[0]
    lead = _LEAD.match(page.text, *first)
    return (
        changed(attribution, ALONE, content=(Span(lead.end(), first.end), *attribution.content[1:]))
        if lead
        else attribution
    )


def _opened(page: Page, attribution: Attribution, context: Context) -> Attribution:
    """In "As P, Q, X said" the clause that opens the sentence belongs to the content that the cue
    closes."""
    first = min(attribution.content)
    if not attribution.cue or min(attribution.cue).start < first.end:
        return attribution
    opening = Span(sentence(page, first.start).start, first.start)
    said = page.text[opening.start : opening.end].split()
    clause = (
        bool(said)
        and said[0].casefold() in words("shapes", "subordinators")
        and said[-1].endswith(",")
    )
    if (
        not clause
        or len(said) > MAX_OPENING_WORDS
        or touches(attribution.source, opening)
        or _MARKED.search(" ".join(said))
    ):
        return attribution
    whole = Span(page.trim(opening).start, first.end)
    return changed(
        attribution,
        OPENED,
        content=(whole, *(span for span in attribution.content if span != first)),
    )


def _hollow(page: Page, span: Span) -> bool:
    return all(word.casefold() in words("shapes", "hollow") for word in page.words(span).split())


def _own_sentence(page: Page, attribution: Attribution, context: Context) -> Attribution:
    """Leaves out unquoted pieces of another sentence than the cue's where a quotation is what was
    said."""
    if (
        not attribution.cue
        or len(attribution.content) < 2
        or not any(page.quoted(s.start) for s in attribution.content)
    ):
        return attribution
    own = sentence(page, attribution.cue[0].start)
    content = tuple(s for s in attribution.content if page.quoted(s.start) or touches((s,), own))
    return (
        changed(attribution, neighbouring_pieces.OTHER, content=content)
        if content and len(content) < len(attribution.content)
        else attribution
    )


def _late_quotation(page: Page, attribution: Attribution, context: Context) -> Attribution:
    """Begins a content at its quotation where only another sentence stands before that."""
    for i, (start, end) in enumerate(attribution.content):
        late = _LATE.search(page.text, start, end)
        if late and not page.quoted(start) and not _MARKED.search(page.text, start, late.start()):
            span = page.trim(Span(late.end(), end))
            if letters(page.text, span):
                return changed(
                    attribution,
                    QUOTED,
                    content=(*attribution.content[:i], span, *attribution.content[i + 1 :]),
                )
    return attribution


def _clause(page: Page, attribution: Attribution, context: Context) -> Attribution:
    """Reads the last piece to the end of a clause that it breaks off, in its sentence and up to
    another's words."""
    last = attribution.content[-1]
    span = covering(page.doc, *last)
    edge = _broken_off(span) if span is not None and not page.quoted(last.end - 1) else None
    end = _grown(page, last.end, edge.idx + len(edge), context) if edge is not None else 0
    if end <= last.end:
        return attribution
    return changed(
        attribution,
        CUT,
        content=(*attribution.content[:-1], page.trim(Span(last.start, end), " ,.;:")),
    )


def _broken_off(span: Words) -> Token | None:
    """The last word of what the words behind the span complete: an object, or what the span's last
    word belongs to."""
    last, following = span[-1], span.doc[span.end] if span.end < len(span.doc) else None
    if following is None or following.is_space or _MARKED.search(following.text):
        return None
    if last.head.i >= span.end and last.dep_ not in ("punct", "ROOT"):
        return last.head.right_edge
    top = following
    while top.head.i >= span.end and top.head.i != top.i:
        top = top.head
    completes = top.dep_ in COMPLEMENTS or (top.dep_ == "prep" and top.lower_ == "of")
    return top.right_edge if completes and span.start <= top.head.i < span.end else None


def _grown(page: Page, end: int, edge: int, context: Context) -> int:
    """How far words from an end up to an edge are free and in one sentence."""
    stop = END.search(page.text, end, edge)
    edge = min(edge, stop.start() if stop else edge, end + MAX_GROWTH_CHARACTERS)
    used = context.taken.find(1, end, edge)
    quoted = _MARKED.search(page.text, end, edge)
    return end if used >= 0 or quoted else edge


Rule = Callable[[Page, Attribution, Context], Attribution]
RULES: tuple[Rule, ...] = (
    _substance,
    _opened,
    _own_sentence,
    neighbouring_pieces.neighbours,
    _late_quotation,
    _clause,
    behind_speaker.rest,
    behind_speaker.aside,
    source_boundaries.whole_source,
    source_boundaries.whole_noun,
    source_boundaries.without_day,
    source_boundaries.subject,
    source_boundaries.own_subject,
    refusals.telling,
)
