"""Words between cue and content that the detector gives to the wrong one: “no evidence that”, pleas,
adverbs, “a charge that”, who is accused."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claims.detect.postprocess.layout import Page, changed, letters
from claims.model import Attribution, Span
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

UNPROVEN = "“No evidence that” says something about the content, so it belongs to the cue."
PLEA = "A plea belongs to the cue."
ADVERB = "An adverb that attributes its clause; the verb beside it is told."
CHARGE = "“A charge that” stands for the words before it."
PASSIVE = "Who is accused is spoken about and does not speak."
MIN_CHARGE_LETTERS = 5
"""Of the words before ", a charge"."""


def _any(group: str) -> str:
    return alternation(listed("shapes", group))


_UNPROVEN = re.compile(
    rf"(?:{_any('lacking')}) (?:\w+ )?(?:{_any('proofs')})(?: (?:that|of|to suggest(?: that)?))?\s+",
    re.IGNORECASE,
)
_PLEA = re.compile(r"(?:not )?guilty(?P<charge> (?:to|of))?(?:\s+|$)")
_WORD = re.compile(r"\w+")
_CHARGE = re.compile(rf"[,—–-]\s*an? (?:{_any('charges')})(?: that| which)?\s*$")
_PASSIVE = re.compile(
    rf"(?:[\w’']{{1,60}}\s+){{0,3}}?(?:be|{_any('to_be')})\s+(?:[\w-]{{1,60}}\s+){{0,2}}?"
    r"(?P<verb>[a-z]+)(?:\s+(?:of|for))?$"
)


def unproven(page: Page, attribution: Attribution) -> Attribution:
    if not attribution.cue or not attribution.content:
        return attribution
    first, end = attribution.content[0], max(e for _, e in attribution.cue)
    match = _UNPROVEN.match(page.text, first.start, first.end)
    if (
        not match
        or not 0 <= first.start - end <= 2
        or letters(page.text, Span(match.end(), first.end)) < 3
    ):
        return attribution
    last = len(page.text[: match.end()].rstrip())
    content = (Span(match.end(), first.end), *attribution.content[1:])
    return changed(
        attribution, UNPROVEN, cue=(*attribution.cue, Span(match.start(), last)), content=content
    )


def pleaded(page: Page, attribution: Attribution) -> Attribution:
    """Puts "not guilty to" behind "pleaded" into the cue; a plea to nothing named is the content
    alone."""
    cue, first = attribution.cue, attribution.content[0]
    match = _PLEA.match(page.text, *first)
    if (
        not match
        or not cue
        or not re.search(r"plead(?:s|ed|ing)?$|pled$", page.text[cue[-1].start : cue[-1].end])
    ):
        return attribution
    if not match["charge"]:
        return changed(
            attribution, PLEA, content=(Span(first.start, first.start + len(match[0].rstrip())),)
        )
    content = (Span(match.end(), first.end), *attribution.content[1:])
    return changed(
        attribution,
        PLEA,
        cue=(*cue, Span(match.start(), match.start() + len(match[0].rstrip()))),
        content=content,
    )


def adverb(page: Page, attribution: Attribution) -> Attribution:
    """In "the singer had reportedly refused" the adverb attributes; the verb is what is told."""
    if (
        attribution.source
        or len(attribution.cue) != 1
        or not any(s.end <= attribution.cue[0].start for s in attribution.content)
    ):
        return attribution
    cue = attribution.cue[0]
    adverb = next(
        (
            m
            for m in _WORD.finditer(page.text, *cue)
            if m[0].casefold() in words("shapes", "adverbs")
        ),
        None,
    )
    if adverb is None or Span(*adverb.span()) == cue:
        return attribution
    sides = (Span(cue.start, adverb.start()), Span(adverb.end(), cue.end))
    told = [page.trim(s) for s in sides if letters(page.text, s)]
    return changed(
        attribution,
        ADVERB,
        cue=(Span(*adverb.span()),),
        content=_joined_up(page, (*attribution.content, *told)),
    )


def _joined_up(page: Page, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Pieces with nothing but a blank between them as one."""
    out = list[Span]()
    for span in sorted(spans):
        if out and not page.text[out[-1].end : span.start].strip():
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)


def charge(page: Page, attribution: Attribution) -> Attribution:
    """Puts the words before ", a charge" in its place, which the cue's clause only takes up
    again."""
    for i, (start, end) in enumerate(attribution.content):
        line = page.lines[page.line_at(start)]
        match = _CHARGE.search(page.text, max(line.start, start - 3), end)
        if match and attribution.cue and attribution.cue[0].start >= end:
            begin = start if match.start() > start else _sentence(page, line, match.start())
            span = page.trim(Span(begin, match.start()))
            if letters(page.text, span) >= MIN_CHARGE_LETTERS:
                return changed(
                    attribution,
                    CHARGE,
                    content=(*attribution.content[:i], span, *attribution.content[i + 1 :]),
                )
    return attribution


def _sentence(page: Page, line: Span, at: int) -> int:
    """Where the sentence around a position begins, the line's start at the latest."""
    ends = [m.end() for m in re.finditer(r"[.!?][”\"’)]*\s+", page.text[line.start : at])]
    return line.start + (ends[-1] if ends else 0)


def passive(page: Page, attribution: Attribution) -> Attribution:
    """ "The bank was accused of hiding its losses": the subject belongs to what is claimed."""
    if len(attribution.cue) != 1 or len(attribution.source) != 1 or not attribution.content:
        return attribution
    source, cue = attribution.source[0], attribution.cue[0]
    match = _PASSIVE.match(page.text, *cue)
    if (
        not match
        or match["verb"] not in words("shapes", "passive")
        or not 0 < cue.start - source.end <= 2
    ):
        return attribution
    return changed(
        attribution, PASSIVE, content=tuple(sorted((source, *attribution.content))), source=()
    )
