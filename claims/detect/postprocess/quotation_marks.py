"""What marks hide: a source behind an unclosed quotation, a clock before a live entry, a paragraph
without marks. What lies between cue and content stands in cue_extent.py."""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.detect.postprocess import cue_extent
from claims.detect.postprocess.layout import CAPITAL, Page, changed, claim, free
from claims.model import Attribution, Span
from claims.rules.lists import listed, words
from claims.rules.patterns import alternation

_TAIL = re.compile(
    rf",\s+(?P<who>(?:the |an? )?(?:{CAPITAL}(?:\s{CAPITAL}){{0,4}}|(?:he|she|they)\b)"
    r"|the (?:[a-z-]+ ){0,3}[a-z-]+)\s*$"
)
_NEVER_CLOSED = re.compile(
    rf",\s+(?P<who>(?:[Tt]he |[Aa]n? )?{CAPITAL}(?:\s{CAPITAL}){{0,5}}?|he|she|they|the (?:[a-z-]+ ){{0,3}}?[a-z-]+)\s+"
    r"(?P<verb>[a-z]+)\b[^,;“”\"]{0,60}$"
)
_ZONES = alternation(listed("shapes", "zones"))
_CLOCK = re.compile(
    rf"(?:\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?|{_ZONES})?|\d{{1,2}}\s*[ap]\.?m\.?)"
    rf"(?:\s*(?:{_ZONES}))?\s*[—–:|-]?\s+",
    re.IGNORECASE,
)
HIDDEN = "The quotation was never closed; the name before the cue is who speaks."
CLOCK = "A clock time before the entry is no part of it."
APART = "Words of a later paragraph without marks are not the speaker's."


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Every attribution with the rules of this module applied."""
    out = []
    for attribution in attributions:
        for rule in RULES:
            attribution = rule(page, attribution)
        out.append(attribution)
    return out


def _hidden_source(page: Page, attribution: Attribution) -> Attribution:
    if attribution.source or not attribution.cue:
        return attribution
    cue = attribution.cue[0]
    opened = next(
        (q for q in page.quotations if not q.closed and q.start < cue.start < q.end), None
    )
    for i, (start, end) in enumerate(attribution.content):
        if opened and end <= cue.start <= end + 3 and (tail := _TAIL.search(page.text, start, end)):
            content = (
                *attribution.content[:i],
                Span(start, tail.start()),
                *attribution.content[i + 1 :],
            )
            return changed(attribution, HIDDEN, content=content, source=(Span(*tail.span("who")),))
    return attribution


def _clock(page: Page, attribution: Attribution) -> Attribution:
    """Cuts a clock time off a content or source that begins its line with it."""
    out, cut = {}, False
    for part in ("content", "source"):
        spans = []
        for start, end in getattr(attribution, part):
            line = page.lines[page.line_at(start)]
            match = _CLOCK.match(page.text, line.start)
            clock = match.end() if match and match.end() < line.end else line.start
            at = max(start, clock) if start < clock else start
            cut |= at != start
            spans.append(page.trim(Span(min(at, end), end)) if at != start else Span(start, end))
        out[part] = tuple(s for s in spans if s.start < s.end)
    return changed(attribution, CLOCK, **out) if cut and out["content"] else attribution


def unclosed(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """ "“The tunnel will open, the minister promised in March." without a closing mark, where
    nothing was found."""
    out = list(attributions)
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


def _own_paragraph(page: Page, attribution: Attribution) -> Attribution:
    """Leaves out what stands in a later line without marks, where the cue's own line holds words of
    the content."""
    if not attribution.cue:
        return attribution
    own = page.lines[page.line_at(attribution.cue[-1].start)]
    if page.text[own.end - 1] == ":" or not any(
        s.start < own.end and own.start < s.end for s in attribution.content
    ):
        return attribution
    kept: list[Span] = []
    for span in attribution.content:
        kept.extend(s for s in page.by_line(span) if s.start < own.end or page.opens_quoted(s))
    lost = any(s not in kept for span in attribution.content for s in page.by_line(span))
    return changed(attribution, APART, content=tuple(kept)) if lost and kept else attribution


Rule = Callable[[Page, Attribution], Attribution]
RULES: tuple[Rule, ...] = (
    _hidden_source,
    _clock,
    cue_extent.unproven,
    cue_extent.pleaded,
    cue_extent.adverb,
    cue_extent.charge,
    _own_paragraph,
    cue_extent.passive,
)
