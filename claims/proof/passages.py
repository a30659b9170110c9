"""What a draft attributes, in the order of its text: each quotation by itself, and each indirect saying;
nothing is looked up here."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.detect.quotations import quotations
from claims.model import Claim, Reading, Span
from claims.proof.beside_quotations import beside_quotations
from claims.proof.crossing import Crossing
from claims.proof.model import Passage, Voice
from claims.proof.read_out import is_part, read_out
from claims.proof.voices import voice_of
from claims.proof.words import words_of
from claims.rules.lists import listed
from claims.rules.patterns import alternation
from claims.sentences import DOT, sentences

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
JOINT = re.compile(r"(?<!\s),?\s++and\s++that\s++")
"""Where indirect speech goes on with another statement."""
_ENDS = re.compile(rf"{DOT}(?:\s|$)|[!?\n]")
ASIDE_CHARACTERS = 60
"""Of "he said", within a statement that goes on behind it."""
NEAREST_CHARACTERS = 300
"""Within which the nearest speaker may be whose a quotation is that stands in no claim."""
MARKS = "\"'“”„‟«»＂‘’‚‹›` \t"


class _Draft:
    """A draft with what stands where, so that no passage is compared with all of it."""

    def __init__(self, reading: Reading) -> None:
        self.reading, self.text = reading, reading.article.text
        self.marked = quotations(self.text)
        self.ends = [*sentences(self.text)]
        self.quotes = Crossing((q.start, q.end, q) for q in self.marked)
        claims = [*enumerate(reading.claims)]
        self.contents = Crossing((*part, at) for at, claim in claims for part in claim.content)
        self.named = Crossing(
            (claim.content[0].start, claim.content[0].start, at)
            for at, claim in claims
            if claim.content and claim.speaker.name
        )


def passages_of(reading: Reading) -> tuple[Passage, ...]:
    """Every quotation and every indirect saying of a draft, in order."""
    draft = _Draft(reading)
    found = [*_quotations(draft), *_indirect(draft)]
    found += _without_claim(draft, found)
    return tuple(sorted(found, key=lambda passage: passage.span))


def _quotations(draft: _Draft) -> Iterator[Passage]:
    text, claims = draft.text, draft.reading.claims
    for quotation in draft.marked:
        span = bare(text, Span(quotation.start, quotation.end))
        beside = [claims[at] for at in sorted({*draft.contents.over(*span)})]
        holding = [c for c in beside if _shared(span, c) * 2 > span.end - span.start]
        claim = min(holding, key=_length, default=None)
        count = len(words_of(text, *span))
        if not count or (claim is None and count < MIN_WORDS_ALONE):
            continue
        voice = _voice(draft, claim) if claim else _nearest(draft, span)
        yield Passage("quotation", span, _sentence(draft.ends, span.start), claim, voice)


def _voice(draft: _Draft, claim: Claim) -> Voice:
    return read_out(draft.reading, claim) if is_part(draft.text, claim) else voice_of(claim)


def _indirect(draft: _Draft) -> Iterator[Passage]:
    """Of each claim what stands outside its quotations, by sentence; where it holds none, all as one."""
    for claim in draft.reading.claims:
        if not claim.content or is_part(draft.text, claim):
            continue
        if not any(_touches(part, draft) for part in claim.content):
            parts = [*_clauses(draft.text, claim)]
        else:
            parts = [*_unquoted(claim, draft), *_before_colon(claim, draft)]
        for part in parts:
            if len(words_of(draft.text, *part)) >= MIN_WORDS_INDIRECT:
                sentence = _sentence(draft.ends, part.start)
                yield Passage("indirect", part, sentence, claim, voice_of(claim))


def _clauses(text: str, claim: Claim) -> Iterator[Span]:
    """A claim's content where it says several things, each by itself; else all of it as one."""
    cut = [
        Span(start + at, start + to)
        for start, end in _joined(text, claim)
        for at, to in _between(text[start:end])
    ]
    if any(len(words_of(text, *span)) < MIN_WORDS_SAID for span in cut):
        yield Span(claim.content[0].start, claim.content[-1].end)
    else:
        yield from cut


def _joined(text: str, claim: Claim) -> Iterator[Span]:
    """The stretches of a content; what "he said" parts within a sentence is one."""
    first, *others = claim.content
    for part in others:
        between = text[first.end : part.start]
        said = any(first.end <= cue.start < part.start for cue in claim.cue)
        if said and len(between) <= ASIDE_CHARACTERS and not _ENDS.search(between):
            first = Span(first.start, part.end)
        else:
            yield first
            first = part
    yield first


def _between(words: str) -> Iterator[tuple[int, int]]:
    at = 0
    for joint in JOINT.finditer(words):
        yield at, joint.start()
        at = joint.end()
    yield at, len(words)


def _by_sentence(claim: Claim, ends: Sequence[Span]) -> Iterator[Span]:
    """A claim's content cut where sentences end."""
    for start, end in claim.content:
        first = bisect_right(ends, start, key=lambda sentence: sentence.end)
        last = bisect_left(ends, end, key=lambda sentence: sentence.start)
        for sentence in ends[first:last]:
            cut = Span(max(start, sentence.start), min(end, sentence.end))
            if cut.start < cut.end:
                yield cut


def _unquoted(claim: Claim, draft: _Draft) -> Iterator[Span]:
    """Sentences without a quotation, and what others say beside theirs."""
    for part in _by_sentence(claim, draft.ends):
        if _touches(part, draft):
            yield from beside_quotations(draft.text, part, lambda span: _touches(span, draft))
        else:
            yield part


def _before_colon(claim: Claim, draft: _Draft) -> Iterator[Span]:
    """What a claim says in a reporter's words before a colon and the quotation that bears it out."""
    for start, end in claim.content:
        first = next((q.start for q in draft.quotes.beginning(start + 1, end)), start)
        if draft.text[start:first].rstrip().endswith(":"):
            yield Span(start, first)


def _touches(span: Span, draft: _Draft) -> bool:
    return any(True for _ in draft.quotes.over(*span))


def _without_claim(draft: _Draft, found: Sequence[Passage]) -> Iterator[Passage]:
    """Sentences that begin with somebody who says something, and in which no claim was found."""
    taken = Crossing((*passage.span, passage) for passage in found)
    for said in SAYING.finditer(draft.text):
        content = Span(*said.span("content"))
        if any(True for _ in taken.over(*content)):
            continue
        if len(words_of(said["content"])) >= MIN_WORDS_SAID:
            voice = _who(draft, said["who"], content)
            sentence = _sentence(draft.ends, content.start)
            yield Passage("indirect", content, sentence, None, voice)


def _who(draft: _Draft, who: str, content: Span) -> Voice:
    """The nearest speaker for a pronoun; else a name, or words that describe somebody."""
    if who in PRONOUNS:
        return _nearest(draft, content)
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


def _nearest(draft: _Draft, span: Span) -> Voice:
    """Who speaks nearest to a quotation that stands in no claim; nobody where nobody is near."""
    claims, reach = draft.reading.claims, NEAREST_CHARACTERS
    near = draft.named.beginning(span.start - reach, span.start + reach + 1)
    nearest = min(
        ((abs(claims[at].content[0].start - span.start), at) for at in near), default=None
    )
    if nearest is None:
        return Voice(None, confidence=0.0)
    return replace(voice_of(claims[nearest[1]]), confidence=0.0)


def _sentence(ends: Sequence[Span], at: int) -> Span:
    place = bisect_right(ends, (at, at)) - 1
    found = ends[max(0, place)] if ends else Span(at, at)
    following = ends[place + 1] if place + 1 < len(ends) else found
    return following if at >= found.end and following.start <= at else found
