"""Who says a quotation by the words that lead into it with a colon, where the detector gave it to somebody of
another sentence, to the paper that has it, or to nobody: "Then came Ms. Orr of the union: “…”", "The Tarn Mercury
quotes Ms. Orr: “…”", "Ms. Orr's question: “…”", "The best line is from the judge: “…”".

Needs the parse and names, and does nothing without them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claims.detect.postprocess.layout import Page, claim, touches
from claims.detect.postprocess.parse import child_before, child_behind, phrase
from claims.detect.postprocess.sentences import END
from claims.detect.postprocess.taken import Placed
from claims.model import Attribution, Span, Spans
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation
from claims.tokens import tokens_among

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

LED = "The words before the colon bring in who says it."
MIN_QUOTED_WORDS = 4
"""Of a quotation that is no name or title."""
MAX_LEAD_CHARACTERS = 200
_COLON = re.compile(r":\s*$")
_POSSESSED = re.compile(r"[’']s?$")
_FROM = re.compile(
    rf"\b(?:{alternation(listed('shapes', 'taken_from'))})\s(?P<who>the(?:\s[a-z][\w’'-]{{1,30}}){{1,3}})$"
)
"""Somebody by his office alone, as whose the words are."""
_OWNED = re.compile(
    rf"^[’']s?\s(?:[a-z][\w’'-]{{1,30}}\s){{0,3}}?(?:{alternation(listed('shapes', 'said_things'))})\b"
)
"""Behind a name, what of his is quoted."""


class Lead(NamedTuple):
    """A quotation and the clause before its colon."""

    words: Span
    quoted: Span
    people: Sequence[Words]
    """Whom the clause names."""


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """The attributions with such a quotation given to whom its own sentence brings in."""
    if not page.doc.has_annotation("DEP"):
        return attributions
    placed = Placed(attributions)
    for lead in _leads(page):
        near = placed.near(lead.quoted)
        holding = {number: a for number, a in near.items() if _holds(a, lead)}
        if any(_is_own(page, a, lead) for a in holding.values()):
            continue
        who = _speaker(page, lead)
        if who is None or page.skipped(lead.quoted):
            continue
        for number, attribution in holding.items():
            placed.put(number, _without(attribution, lead.quoted))
        colon = Span(lead.words.end, lead.words.end + 1)
        placed.add(claim([lead.quoted], [colon], [who], why=LED))
    return placed.all()


def _leads(page: Page) -> Iterator[Lead]:
    """Every quotation behind a colon, with the clause before that."""
    people = [e for e in page.doc.ents if e.label_ == "PERSON"]
    starts = [e.start_char for e in people]
    for quotation in page.quotations:
        line = page.lines[page.line_at(quotation.start)]
        start = max(line.start, quotation.start - MAX_LEAD_CHARACTERS)
        before = page.text[start : quotation.start]
        if not quotation.closed or not (colon := _COLON.search(before)):
            continue
        quoted = page.trim(Span(quotation.start, quotation.end))
        if len(page.words(quoted).split()) < MIN_QUOTED_WORDS:
            continue
        clause = [m.end() for m in END.finditer(before, 0, colon.start())]
        marked = max(before.rfind(mark, 0, colon.start()) for mark in '“”"«»') + 1
        at = max([marked, *clause])
        led = page.trim(Span(start + at, start + colon.start()), " .,")
        named = people[bisect_left(starts, led.start) : bisect_left(starts, led.end)]
        yield Lead(led, quoted, named)


def _holds(attribution: Attribution, lead: Lead) -> bool:
    """Whether somebody who stands outside of a quotation is given it, and no turn or letter around its sentence."""
    inside = any(lead.quoted.start <= cue.start < lead.quoted.end for cue in attribution.cue)
    held = [span for span in attribution.content if touches((span,), lead.quoted)]
    return bool(held) and not inside and all(span.start >= lead.words.start for span in held)


def _is_own(page: Page, attribution: Attribution, lead: Lead) -> bool:
    """Whether the detector found the speaker in the words before the colon, and not only the paper that quotes
    him, or in the tag right behind."""
    source = attribution.source
    if not source:
        return bool(attribution.same_as)
    if all(lead.words.start <= s.start < lead.words.end for s in source):
        if page.words(source[-1]).casefold() in words("shapes", "nobody_leads"):
            return False
        behind = tokens_among(
            page.doc, words("shapes", "presenting"), source[-1].end, lead.words.end
        )
        verb = next(behind, None)
        who = None if verb is None or child_before(verb, "auxpass") else _speaker(page, lead)
        return who is None or touches(source, who)
    between = page.text[lead.quoted.end : source[0].start]
    return source[0].start >= lead.quoted.end and END.search(between) is None


def _speaker(page: Page, lead: Lead) -> Span | None:
    """Whom the words bring in: the one person named who is not only spoken of, whom a paper quotes, or somebody by
    his office."""
    people = [span for e in _people(lead) if (span := _brought_in(e, page, lead))]
    if len(people) == 1:
        return people[0]
    if people:
        return None
    if quoted := _quoted(page, lead):
        return quoted
    found = _FROM.search(page.text, *lead.words)
    return Span(*found.span("who")) if found else None


def _people(lead: Lead) -> list[Words]:
    """The people whom the words before the colon name, and no paper that is called like one."""
    return [e for e in lead.people if e.root.dep_ != "compound" or e.root.head.i < e.end]


def _quoted(page: Page, lead: Lead) -> Span | None:
    """Whom a verb of quoting has for its object."""
    for verb in tokens_among(page.doc, words("shapes", "quote"), *lead.words):
        if whom := child_behind(verb, "dobj"):
            start, end = phrase(whom)
            return page.trim(Span(start, min(end, lead.words.end)), " ,")
    return None


def _brought_in(name: Words, page: Page, lead: Lead) -> Span | None:
    """A name whose place in its clause is that of who speaks: its subject, what it presents, or the owner of what
    is said; and not what it is about."""
    span = Span(name.start_char, name.end_char)
    owner = _POSSESSED.search(page.words(span))
    span = Span(span.start, span.start + owner.start()) if owner else span
    behind = page.text[span.end : lead.words.end]
    if behind.startswith(("’", "'")):
        return span if _OWNED.match(behind) else None
    head = _head(name)
    if head.dep_ == "nsubjpass":
        return None
    if head.dep_ == "pobj":
        return span if head.head.lower_ in words("shapes", "taken_from") else None
    if head.dep_ in ("dobj", "dative") and head.head.lower_ not in words("shapes", "presenting"):
        return None
    presents = any(
        head.head.i == t.i
        for t in tokens_among(page.doc, words("shapes", "presenting"), *lead.words)
    )
    return None if head.dep_ == "nsubj" and presents else span


def _head(name: Words) -> Token:
    """The word whose place in the clause is the name's."""
    head: Token = name.root
    while head.dep_ in ("appos", "compound", "conj") and head.head.i != head.i:
        head = head.head
    return head


def _without(attribution: Attribution, quoted: Span) -> Attribution:
    """An attribution without what it holds of a quotation, and nothing between that and its colon."""
    content: Spans = tuple(
        piece
        for start, end in attribution.content
        for piece in (Span(start, min(end, quoted.start)), Span(max(start, quoted.end), end))
        if piece.start < piece.end
        and not (start < quoted.start < end and piece.end <= quoted.start)
    )
    return replace(attribution, content=content)
