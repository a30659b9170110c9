"""What marks hide: a source behind an unclosed quotation, a clock before a live entry, an absence
of evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from claims.detect.postprocess.layout import CAPITAL, Page, changed, claim, free, letters
from claims.model import Attribution, Span
from claims.rules.lists import words

_TAIL = re.compile(
    rf",\s+(?P<who>(?:the |an? )?(?:{CAPITAL}(?:\s{CAPITAL}){{0,4}}|(?:he|she|they)\b)"
    r"|the (?:[a-z-]+ ){0,3}[a-z-]+)\s*$"
)
_NEVER_CLOSED = re.compile(
    rf",\s+(?P<who>(?:[Tt]he |[Aa]n? )?{CAPITAL}(?:\s{CAPITAL}){{0,5}}?|he|she|they|the (?:[a-z-]+ ){{0,3}}?[a-z-]+)\s+"
    r"(?P<verb>[a-z]+)\b[^,;“”\"]{0,60}$"
)
_PLEA = re.compile(r"(?:not )?guilty(?P<charge> (?:to|of))?(?:\s+|$)")
_WORD = re.compile(r"\w+")
_CLOCK = re.compile(
    r"(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?|GMT|BST|UTC|ET|CET)?|\d{1,2}\s*[ap]\.?m\.?)"
    r"(?:\s*(?:GMT|BST|UTC|ET|CET))?\s*[—–:|-]?\s+",
    re.IGNORECASE,
)
_UNPROVEN = re.compile(
    r"(?:no|little|scant|not any) (?:\w+ )?(?:evidence|proof|signs?|indications?)"
    r"(?: (?:that|of|to suggest(?: that)?))?\s+",
    re.IGNORECASE,
)
HIDDEN = "The quotation was never closed; the name before the cue is who speaks."
CLOCK = "A clock time before the entry is no part of it."
UNPROVEN = "“No evidence that” says something about the content, so it belongs to the cue."
CHARGE = "“A charge that” stands for the words before it."
APART = "Words of a later paragraph without marks are not the speaker's."
PASSIVE = "Who is accused is spoken about and does not speak."
_CHARGE = re.compile(
    r"[,—–-]\s*an? (?:charge|claim|accusation|allegation|assertion|suggestion|notion|idea|report)(?: that| which)?\s*$"
)
_PASSIVE = re.compile(
    r"(?:[\w’']+\s+){0,3}?(?:is|are|was|were|be|been|being)\s+(?:[\w-]+\s+){0,2}?(?P<verb>[a-z]+)(?:\s+(?:of|for))?$"
)
PLEA = "A plea belongs to the cue."
ADVERB = "An adverb that attributes its clause; the verb beside it is told."
SHORT = 4
"""Letters that words before ", a charge" hold at least."""


def mended(page: Page, found: list[Attribution]) -> list[Attribution]:
    """Every attribution with the rules of this module applied."""
    out = []
    for attribution in found:
        for rule in RULES:
            attribution = rule(page, attribution)
        out.append(attribution)
    return out


def _hidden_source(page: Page, found: Attribution) -> Attribution:
    if found.source or not found.cue:
        return found
    cue = found.cue[0]
    opened = next(
        (q for q in page.quotations if not q.closed and q.start < cue.start < q.end), None
    )
    for i, (start, end) in enumerate(found.content):
        if opened and end <= cue.start <= end + 3 and (tail := _TAIL.search(page.text, start, end)):
            content = (*found.content[:i], Span(start, tail.start()), *found.content[i + 1 :])
            return changed(found, HIDDEN, content=content, source=(Span(*tail.span("who")),))
    return found


def _clock(page: Page, found: Attribution) -> Attribution:
    """Cuts a clock time off a content or source that begins its line with it."""
    out, cut = {}, False
    for part in ("content", "source"):
        spans = []
        for start, end in getattr(found, part):
            line = page.lines[page.line_at(start)]
            match = _CLOCK.match(page.text, line.start)
            clock = match.end() if match and match.end() < line.end else line.start
            at = max(start, clock) if start < clock else start
            cut |= at != start
            spans.append(page.trim(Span(min(at, end), end)) if at != start else Span(start, end))
        out[part] = tuple(s for s in spans if s.start < s.end)
    return changed(found, CLOCK, **out) if cut and out["content"] else found


def _unproven(page: Page, found: Attribution) -> Attribution:
    if not found.cue or not found.content:
        return found
    first, end = found.content[0], max(e for _, e in found.cue)
    match = _UNPROVEN.match(page.text, first.start, first.end)
    if (
        not match
        or not 0 <= first.start - end <= 2
        or letters(page.text, Span(match.end(), first.end)) < 3
    ):
        return found
    last = len(page.text[: match.end()].rstrip())
    content = (Span(match.end(), first.end), *found.content[1:])
    return changed(found, UNPROVEN, cue=(*found.cue, Span(match.start(), last)), content=content)


def _pleaded(page: Page, found: Attribution) -> Attribution:
    """Puts "not guilty to" behind "pleaded" into the cue; a plea to nothing named is the content
    alone."""
    cue, first = found.cue, found.content[0]
    match = _PLEA.match(page.text, *first)
    if (
        not match
        or not cue
        or not re.search(r"plead(?:s|ed|ing)?$|pled$", page.text[cue[-1].start : cue[-1].end])
    ):
        return found
    if not match["charge"]:
        return changed(
            found, PLEA, content=(Span(first.start, first.start + len(match[0].rstrip())),)
        )
    content = (Span(match.end(), first.end), *found.content[1:])
    return changed(
        found,
        PLEA,
        cue=(*cue, Span(match.start(), match.start() + len(match[0].rstrip()))),
        content=content,
    )


def _adverb(page: Page, found: Attribution) -> Attribution:
    """In "the singer had reportedly refused" the adverb attributes; the verb is what is told."""
    if (
        found.source
        or len(found.cue) != 1
        or not any(s.end <= found.cue[0].start for s in found.content)
    ):
        return found
    cue = found.cue[0]
    adverb = next(
        (
            m
            for m in _WORD.finditer(page.text, *cue)
            if m[0].casefold() in words("shapes", "adverbs")
        ),
        None,
    )
    if adverb is None or Span(*adverb.span()) == cue:
        return found
    sides = (Span(cue.start, adverb.start()), Span(adverb.end(), cue.end))
    told = [page.trim(s) for s in sides if letters(page.text, s)]
    return changed(
        found, ADVERB, cue=(Span(*adverb.span()),), content=joined_up(page, (*found.content, *told))
    )


def joined_up(page: Page, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Pieces with nothing but a blank between them as one."""
    out = list[Span]()
    for span in sorted(spans):
        if out and not page.text[out[-1].end : span.start].strip():
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)


def unclosed(page: Page, found: list[Attribution]) -> list[Attribution]:
    """ "“The tunnel will open, the minister promised in March." without a closing mark, where
    nothing was found."""
    out = list(found)
    for quotation in page.quotations:
        match = (
            None
            if quotation.closed
            else _NEVER_CLOSED.search(page.text, quotation.start, quotation.end)
        )
        if not match or not (words("shapes", "verbs") | words("shapes", "chain")) & {match["verb"]}:
            continue
        content = page.trim(Span(quotation.start, match.start()))
        if free(out, content, Span(*match.span())) and not page.skipped(content):
            out.append(
                claim(
                    [content], [Span(*match.span("verb"))], [Span(*match.span("who"))], why=HIDDEN
                )
            )
    return out


def _charge(page: Page, found: Attribution) -> Attribution:
    """Puts the words before ", a charge" in its place, which the cue's clause only takes up
    again."""
    for i, (start, end) in enumerate(found.content):
        line = page.lines[page.line_at(start)]
        match = _CHARGE.search(page.text, max(line.start, start - 3), end)
        if match and found.cue and found.cue[0].start >= end:
            begin = start if match.start() > start else _sentence(page, line, match.start())
            span = page.trim(Span(begin, match.start()))
            if letters(page.text, span) > SHORT:
                return changed(
                    found, CHARGE, content=(*found.content[:i], span, *found.content[i + 1 :])
                )
    return found


def _sentence(page: Page, line: Span, at: int) -> int:
    """Where the sentence around a position begins, the line's start at the latest."""
    ends = [m.end() for m in re.finditer(r"[.!?][”\"’)]*\s+", page.text[line.start : at])]
    return line.start + (ends[-1] if ends else 0)


def _own_paragraph(page: Page, found: Attribution) -> Attribution:
    """Leaves out what stands in a later line without marks, where the cue's own line holds words of
    the content."""
    if not found.cue:
        return found
    own = page.lines[page.line_at(found.cue[-1].start)]
    if page.text[own.end - 1] == ":" or not any(
        s.start < own.end and own.start < s.end for s in found.content
    ):
        return found
    kept: list[Span] = []
    for span in found.content:
        kept.extend(s for s in page.by_line(span) if s.start < own.end or page.opens_quoted(s))
    lost = any(s not in kept for span in found.content for s in page.by_line(span))
    return changed(found, APART, content=tuple(kept)) if lost and kept else found


def _passive(page: Page, found: Attribution) -> Attribution:
    """ "The bank was accused of hiding its losses": the subject belongs to what is claimed."""
    if len(found.cue) != 1 or len(found.source) != 1 or not found.content:
        return found
    source, cue = found.source[0], found.cue[0]
    match = _PASSIVE.match(page.text, *cue)
    if (
        not match
        or match["verb"] not in words("shapes", "passive")
        or not 0 < cue.start - source.end <= 2
    ):
        return found
    return changed(found, PASSIVE, content=tuple(sorted((source, *found.content))), source=())


Rule = Callable[[Page, Attribution], Attribution]
RULES: tuple[Rule, ...] = (
    _hidden_source,
    _clock,
    _unproven,
    _pleaded,
    _adverb,
    _charge,
    _own_paragraph,
    _passive,
)
