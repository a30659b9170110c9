"""An office before its holder's name belongs to who speaks, not to what is said: "P, the harbour
master, Lotte Krag, said"."""

from __future__ import annotations

import re

from claims.detect.postprocess.layout import CAPITAL, Page, changed
from claims.detect.postprocess.sentences import sentence
from claims.model import Attribution, Span
from claims.rules.lists import listed
from claims.rules.patterns import alternation
from claims.tokens import covering

_DETERMINER = alternation(listed("function_words", "articles", "owners"))
_OFFICE = re.compile(
    rf",\s+(?P<office>(?:{_DETERMINER}|its|our)\s(?:[\w’'-]{{1,60}}\s?){{1,8}}|{CAPITAL}['’]s\s(?:[\w’'-]{{1,60}}\s?){{1,6}})$"
)
_HOLDER = re.compile(
    rf",\s+(?P<who>(?P<office>(?:{_DETERMINER}|its|our)\s(?:[\w’'-]{{1,60}}\s?){{1,8}}),\s{CAPITAL}(?:\s[\w.’'-]{{1,60}}){{0,4}})$"
)
_NAME = re.compile(rf"{CAPITAL}(?:\s[\w.’'-]{{1,60}}){{0,4}}")
MAX_OFFICE_CHARACTERS, MAX_HOLDER_CHARACTERS = 80, 140
OFFICE = "The office before the name belongs to the speaker."
CONDITION = "What follows from a condition is the writer's."
_IF = re.compile(rf"(?:{alternation(listed('scope', 'conditions'))})\s+$", re.IGNORECASE)


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Every claim with the office at its content's end given to the source behind it, and without
    what the writer concludes from a condition."""
    return [_condition(page, _holder(page, _office(page, a))) for a in attributions]


def _holder(page: Page, attribution: Attribution) -> Attribution:
    """ "…, its owner, Karin Falk, said": office and name at the content's end, where the claim has no
    source in its own sentence."""
    if len(attribution.cue) != 1 or not attribution.content:
        return attribution
    cue, last = attribution.cue[0], attribution.content[-1]
    own = sentence(page, cue.start)
    elsewhere = all(span.end <= own.start for span in attribution.source)
    if not elsewhere or not last.end <= cue.start or page.text[last.end : cue.start].strip() != ",":
        return attribution
    match = _HOLDER.search(page.text, max(last.start, last.end - MAX_HOLDER_CHARACTERS), last.end)
    if match is None or _clause(page, Span(*match.span("office"))):
        return attribution
    content = (*attribution.content[:-1], Span(last.start, match.start()))
    return changed(attribution, OFFICE, content=content, source=(Span(*match.span("who")),))


def _office(page: Page, attribution: Attribution) -> Attribution:
    if not attribution.source or not attribution.cue:
        return attribution
    source = attribution.source[0]
    for i, span in enumerate(attribution.content):
        gap = page.text[span.end : source.start]
        if (
            not span.end <= source.start
            or gap.strip() != ","
            or source.end > attribution.cue[0].start
        ):
            continue
        if not _NAME.fullmatch(page.words(source)):
            return attribution
        match = _OFFICE.search(
            page.text, max(span.start, span.end - MAX_OFFICE_CHARACTERS), span.end
        )
        if match is None or _clause(page, Span(*match.span("office"))):
            return attribution
        content = (
            *attribution.content[:i],
            Span(span.start, match.start()),
            *attribution.content[i + 1 :],
        )
        whole = (Span(match.start("office"), source.end), *attribution.source[1:])
        return changed(attribution, OFFICE, content=content, source=whole)
    return attribution


def _clause(page: Page, span: Span) -> bool:
    """Whether a stretch has a verb with a subject, and so is no office."""
    tokens = covering(page.doc, *span)
    return tokens is None or any(
        t.dep_.startswith("nsubj") and t.head.i > t.i and t.head in tokens for t in tokens
    )


def _condition(page: Page, attribution: Attribution) -> Attribution:
    """ "If the mayor says the lake is clean, people will swim": the last part is nobody's claim."""
    if len(attribution.content) != 1 or not attribution.source or not attribution.cue:
        return attribution
    source, content = attribution.source[0], attribution.content[0]
    first = min(source.start, attribution.cue[0].start)
    if content.start < attribution.cue[-1].end or not _IF.search(
        page.text, max(0, first - 12), first
    ):
        return attribution
    comma = page.text.find(", ", content.start, content.end)
    tokens = covering(page.doc, comma + 2, content.end) if comma > 0 else None
    if tokens is None or not any(t.dep_ == "nsubj" and t.head.dep_ == "ROOT" for t in tokens):
        return attribution
    return changed(attribution, CONDITION, content=(Span(content.start, comma),))
