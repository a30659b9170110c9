"""What a draft attributes, in the order of its text: each quotation by itself, and each indirect saying;
nothing is looked up here."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.detect.quotations import Quotation, quotations
from claims.model import Claim, Reading, Span
from claims.proof.model import Passage, Voice
from claims.proof.words import words_of
from claims.rules.lists import listed
from claims.rules.patterns import alternation
from claims.sentences import sentences

MIN_WORDS_ALONE = 3
"""Of a quotation that stands in no claim: fewer are a title or a turn of phrase."""
MIN_WORDS_INDIRECT, MIN_WORDS_SAID = 2, 4
PRONOUNS = listed("proof", "subjects")
SAYING = re.compile(
    r"(?:^|(?<=[.!?]\s)|(?<=[.!?][’”\"']\s))"
    rf"(?P<who>{alternation(PRONOUNS)}|The\s[a-z]+|(?:[A-Z][\w’'-]+\s){{0,3}}[A-Z][\w’'-]+)\s"
    rf"(?:has\s|had\s|also\s)?(?:{alternation(listed('proof', 'saying'))})\s(?:that\s)?"
    r"(?P<content>[a-z][^“”\"\n.!?]*(?:\.\d[^“”\"\n.!?]*)*)",
    re.MULTILINE,
)
"""A sentence that begins with somebody and a verb of saying."""
JOINT = re.compile(r",?\s+and\s+that\s+")
"""Where indirect speech goes on with another statement."""
NEAREST_CHARACTERS = 300
"""Within which the nearest speaker may be whose a quotation is that stands in no claim."""
MARKS = "\"'“”„‟«»＂‘’‚‹›` \t"


def passages_of(reading: Reading) -> tuple[Passage, ...]:
    """Every quotation and every indirect saying of a draft, in order."""
    text = reading.article.text
    marked = quotations(text)
    ends = [*sentences(text)]
    found = [*_quotations(reading, marked, ends), *_indirect(reading, marked, ends)]
    found += _without_claim(reading, ends, found)
    return tuple(sorted(found, key=lambda passage: passage.span))


def voice_of(claim: Claim) -> Voice:
    """Whose words a claim of the draft gives."""
    s = claim.speaker
    via = tuple(link.intermediary for link in claim.chain)
    return Voice(
        s.name, s.kind, s.mention, s.affiliation, s.principal, s.members, via, s.confidence
    )


def _quotations(
    reading: Reading, marked: Sequence[Quotation], ends: Sequence[Span]
) -> Iterator[Passage]:
    text = reading.article.text
    for quotation in marked:
        span = bare(text, Span(quotation.start, quotation.end))
        holding = [c for c in reading.claims if _shared(span, c) * 2 > span.end - span.start]
        claim = min(holding, key=_length, default=None)
        count = len(words_of(text, *span))
        if not count or (claim is None and count < MIN_WORDS_ALONE):
            continue
        voice = voice_of(claim) if claim else _nearest(reading, span)
        yield Passage("quotation", span, _sentence(ends, span.start), claim, voice)


def _indirect(
    reading: Reading, marked: Sequence[Quotation], ends: Sequence[Span]
) -> Iterator[Passage]:
    """Of each claim the spans without a quotation in their sentence; where all of it is one, as one."""
    for claim in reading.claims:
        if not claim.content:
            continue
        if not any(_shared(Span(q.start, q.end), claim) for q in marked):
            parts = [*_clauses(reading.article.text, claim)]
        else:
            parts = [p for p in _by_sentence(claim, ends) if not _touches(p, marked)]
            parts += _before_colon(reading.article.text, claim, marked)
        for part in parts:
            if len(words_of(reading.article.text, *part)) >= MIN_WORDS_INDIRECT:
                yield Passage("indirect", part, _sentence(ends, part.start), claim, voice_of(claim))


def _clauses(text: str, claim: Claim) -> Iterator[Span]:
    """A claim's content where it says several things, each by itself; else all of it as one."""
    cut = [
        Span(start + at, start + to)
        for start, end in claim.content
        for at, to in _between(text[start:end])
    ]
    if any(len(words_of(text, *span)) < MIN_WORDS_SAID for span in cut):
        yield Span(claim.content[0].start, claim.content[-1].end)
    else:
        yield from cut


def _between(words: str) -> Iterator[tuple[int, int]]:
    at = 0
    for joint in JOINT.finditer(words):
        yield at, joint.start()
        at = joint.end()
    yield at, len(words)


def _by_sentence(claim: Claim, ends: Sequence[Span]) -> Iterator[Span]:
    """A claim's content cut where sentences end."""
    for start, end in claim.content:
        for sentence in ends:
            cut = Span(max(start, sentence.start), min(end, sentence.end))
            if cut.start < cut.end:
                yield cut


def _before_colon(text: str, claim: Claim, marked: Sequence[Quotation]) -> Iterator[Span]:
    """What a claim says in a reporter's words before a colon and the quotation that bears it out."""
    for start, end in claim.content:
        first = next((q.start for q in marked if start < q.start < end), start)
        if text[start:first].rstrip().endswith(":"):
            yield Span(start, first)


def _touches(span: Span, marked: Sequence[Quotation]) -> bool:
    return any(q.start < span.end and span.start < q.end for q in marked)


def _without_claim(
    reading: Reading, ends: Sequence[Span], found: Sequence[Passage]
) -> Iterator[Passage]:
    """Sentences that begin with somebody who says something, and in which no claim was found."""
    text = reading.article.text
    taken = sorted(passage.span for passage in found)
    for said in SAYING.finditer(text):
        content = Span(*said.span("content"))
        place = bisect_right(taken, content)
        beside = taken[max(0, place - 1) : place + 1]
        if any(span.start < content.end and content.start < span.end for span in beside):
            continue
        if len(words_of(said["content"])) >= MIN_WORDS_SAID:
            voice = _who(reading, said["who"], content)
            yield Passage("indirect", content, _sentence(ends, content.start), None, voice)


def _who(reading: Reading, who: str, content: Span) -> Voice:
    """The nearest speaker for a pronoun; else a name, or words that describe somebody."""
    if who in PRONOUNS:
        return _nearest(reading, content)
    if who.startswith("The "):
        return Voice(None, "unnamed", who)
    return Voice(who, "person", who)


def bare(text: str, span: Span) -> Span:
    """The span without the marks and blanks around it."""
    start, end = span
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return Span(start, end)


def _shared(span: Span, claim: Claim) -> int:
    """Characters of the claim's content within the span."""
    return sum(max(0, min(span.end, end) - max(span.start, start)) for start, end in claim.content)


def _length(claim: Claim) -> int:
    return sum(end - start for start, end in claim.content)


def _nearest(reading: Reading, span: Span) -> Voice:
    """Who speaks nearest to a quotation that stands in no claim; nobody where nobody is near."""
    near = [
        (abs(claim.content[0].start - span.start), place)
        for place, claim in enumerate(reading.claims)
        if claim.content and claim.speaker.name
    ]
    distance, place = min(near, default=(NEAREST_CHARACTERS + 1, 0))
    if distance > NEAREST_CHARACTERS:
        return Voice(None, confidence=0.0)
    return replace(voice_of(reading.claims[place]), confidence=0.0)


def _sentence(ends: Sequence[Span], at: int) -> Span:
    place = bisect_right(ends, (at, at)) - 1
    found = ends[max(0, place)] if ends else Span(at, at)
    following = ends[place + 1] if place + 1 < len(ends) else found
    return following if at >= found.end and following.start <= at else found
