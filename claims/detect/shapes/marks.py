"""What marks hide: a source behind an unclosed quotation, a clock before a live entry, an absence of evidence."""

from __future__ import annotations

import re

from claims.detect.lists import words
from claims.detect.shapes.page import Page, changed, letters
from claims.detect.words import words_of
from claims.model import Attribution, Span

_TAIL = re.compile(
    r",\s+(?P<who>(?:the |an? )?(?:(?:[A-Z][\w.’'-]*\s?){1,5}|(?:he|she|they)\b)|the (?:[a-z-]+ ){0,3}[a-z-]+)\s*$"
)
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
IMPERSONAL = "“It” names nobody."
TITLE = 4
"""Words up to which quoted words without a speech cue are a title, nickname or coinage."""
_SHOWS = re.compile(r"(?:read|reads|voted on|titled|entitled|known as|dubbed|named)$", re.IGNORECASE)


def mended(page: Page, found: list[Attribution]) -> list[Attribution]:
    """Every attribution with the rules of this module applied."""
    out = []
    for attribution in found:
        kept: Attribution | None = attribution
        for rule in (_hidden_source, _clock, _unproven, _coinage, _charge, _own_paragraph, _passive, _impersonal):
            kept = rule(page, kept) if kept else None
        if kept:
            out.append(kept)
    return out


def _hidden_source(page: Page, found: Attribution) -> Attribution:
    if found.source or not found.cue:
        return found
    cue = found.cue[0]
    opened = next((q for q in page.quotations if not q.closed and q.start < cue.start < q.end), None)
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
    if not match or not 0 <= first.start - end <= 2 or letters(page.text, Span(match.end(), first.end)) < 3:
        return found
    last = len(page.text[: match.end()].rstrip())
    content = (Span(match.end(), first.end), *found.content[1:])
    return changed(found, UNPROVEN, cue=(*found.cue, Span(match.start(), last)), content=content)


def _coinage(page: Page, found: Attribution) -> Attribution | None:
    """A few quoted words behind "voted on", "reads" or "titled" are a name, not something said."""
    cue = page.text[found.cue[0].start : found.cue[-1].end] if found.cue else ""
    said = " ".join(page.words(s) for s in found.content)
    if len(said.split()) > TITLE or not _SHOWS.search(cue):
        return found
    quoted = any(q.start - 1 <= s.end and s.start <= q.end for q in page.quotations for s in found.content)
    return None if quoted else found


def _charge(page: Page, found: Attribution) -> Attribution:
    """Puts the words before ", a charge" in its place, which the cue's clause only takes up again."""
    for i, (start, end) in enumerate(found.content):
        line = page.lines[page.line_at(start)]
        match = _CHARGE.search(page.text, max(line.start, start - 3), end)
        if match and found.cue and found.cue[0].start >= end:
            begin = start if match.start() > start else _sentence(page, line, match.start())
            span = page.trim(Span(begin, match.start()))
            if letters(page.text, span) > TITLE:
                return changed(found, CHARGE, content=(*found.content[:i], span, *found.content[i + 1 :]))
    return found


def _sentence(page: Page, line: Span, at: int) -> int:
    """Where the sentence around a position begins, the line's start at the latest."""
    ends = [m.end() for m in re.finditer(r"[.!?][”\"’)]*\s+", page.text[line.start : at])]
    return line.start + (ends[-1] if ends else 0)


def _impersonal(page: Page, found: Attribution) -> Attribution:
    """ "It was reported that" names nobody."""
    said = [page.words(s).casefold() for s in found.source]
    cue = words_of(" ".join(page.words(s) for s in found.cue))
    verb = next((w for w in reversed(cue) if w != "that"), "")
    alone = len(cue) == 1 and verb not in ("emerged", "transpired")
    if said not in (["it"], ["there"]) or verb not in words("impersonal") or alone:
        return found
    return changed(found, IMPERSONAL, source=())


def _own_paragraph(page: Page, found: Attribution) -> Attribution:
    """Leaves out what stands in a later line without marks, where the cue's own line holds words of the content."""
    if not found.cue:
        return found
    own = page.lines[page.line_at(found.cue[-1].start)]
    if page.text[own.end - 1] == ":" or not any(s.start < own.end and own.start < s.end for s in found.content):
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
    if not match or match["verb"] not in words("passive") or not 0 < cue.start - source.end <= 2:
        return found
    return changed(found, PASSIVE, content=tuple(sorted((source, *found.content))), source=())
