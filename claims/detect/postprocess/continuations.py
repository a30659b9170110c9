"""Quotations that go on in the next paragraph: the same claim while the marks stay open, else a
claim without a cue."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.detect.postprocess import unclosed
from claims.detect.postprocess.layout import MARKS, Page, changed, claim, letters, parts, touches
from claims.detect.quotations import Quotation
from claims.model import Attribution, Span
from claims.text_pieces import joined

MIN_QUOTED_SHARE = 0.9
"""Share of a line's letters within quotation marks from which the line is nothing but a
quotation."""
MAX_LINES_BACK = 2
"""Lines back in which the speaker of a quotation without a cue must have been quoted."""
MIN_QUOTED_WORDS = 3
"""Words of a quotation that can be a claim of its own."""
_TURN = re.compile(r"[A-Z][\w.’'-]{0,60}(?: [A-Z][\w.’'-]{0,60})?:\s")
MIN_HEADING_SHARE = 0.6
"""Share of capitalised words from which a quoted line is a heading."""
OPEN = "The quotation was still open at the end of the paragraph before."
GOES_ON = (
    "A paragraph in quotation marks without a cue: the speaker of the quotation before goes on."
)


def mended(page: Page, attributions: list[Attribution]) -> list[Attribution]:
    """Open quotations are carried on, closed ones parted, whole quoted paragraphs without a cue
    added."""
    out = list(attributions)
    for number, line in enumerate(page.lines):
        quoted = page.quoted_in(line)
        if quoted and quoted[0].start == line.start and not page.skipped(line):
            before = page.quoted_in(page.lines[number - 1]) if number else []
            if before and not before[-1].closed and before[-1].end == page.lines[number - 1].end:
                out = _carried(page, out, before[-1], quoted[0])
            else:
                out = _parted(page, out, number, quoted)
    return out


def _inner(page: Page, quotation: Quotation) -> Span:
    return page.trim(Span(quotation.start, quotation.end), MARKS + ".,;:")


def _carried(
    page: Page, attributions: list[Attribution], before: Quotation, quoted: Quotation
) -> list[Attribution]:
    """The claim that holds the open quotation takes the next paragraph's, unless somebody else's
    cue stands there."""
    inner, line = _inner(page, quoted), page.lines[page.line_at(quoted.start)]
    owner = next((a for a in attributions if touches(a.content, _inner(page, before))), None)
    told = {unclosed.TAGGED, unclosed.TOLD}
    if owner and told & {*owner.reasons}:
        return attributions
    if (
        owner is None
        or _TURN.match(page.text, inner.start)
        or any(touches((*a.cue, *a.source), line) for a in attributions)
    ):
        return attributions
    whole = joined((*owner.content, inner))
    if whole == owner.content:
        return attributions
    rest = [a if a is owner else _without(a, inner) for a in attributions]
    grown = (
        changed(owner, OPEN, content=whole)
        if OPEN not in owner.reasons
        else replace(owner, content=whole)
    )
    return [grown if a is owner else a for a in rest if a.content]


def _without(attribution: Attribution, span: Span) -> Attribution:
    """The attribution without the contents that lie in the span."""
    return replace(
        attribution,
        content=tuple(
            s for s in attribution.content if not (span.start <= s.start and s.end <= span.end)
        ),
    )


def _parted(
    page: Page, attributions: list[Attribution], number: int, quoted: list[Quotation]
) -> list[Attribution]:
    """A line that is a quotation alone is a claim of its own, with the speaker of the quotation
    before."""
    line = page.lines[number]
    inside = sum(letters(page.text, Span(q.start, q.end)) for q in quoted)
    spans = tuple(_inner(page, q) for q in quoted)
    if (
        inside < MIN_QUOTED_SHARE * letters(page.text, line)
        or _is_heading(page.words(line).split())
        or _signed_below(page, number)
    ):
        return attributions
    if any(touches((*a.cue, *a.source), line) for a in attributions):
        return attributions
    last = _speaker_before(page, attributions, number)
    if last is None:
        return attributions
    holders = [a for a in attributions if touches(a.content, line)]
    if any(a is not last for a in holders):
        return attributions
    rest = tuple(s for s in last.content if not touches((s,), line))
    if not rest:
        return attributions
    others = [replace(a, content=rest) if a is last and holders else a for a in attributions]
    return [*others, claim(spans, why=GOES_ON, same_as=last.source or last.same_as)]


def _speaker_before(page: Page, attributions: list[Attribution], number: int) -> Attribution | None:
    """The nearest quotation with a speaker, at most MAX_LINES_BACK lines back; another's words in between
    end it."""
    for back in range(number - 1, max(-1, number - 1 - MAX_LINES_BACK), -1):
        line = page.lines[back]
        here = [a for a in attributions if any(touches((s,), line) for s in parts(a))]
        spoken = [a for a in here if (a.source or a.same_as) and _quotes(page, a, line)]
        if spoken:
            return max(spoken, key=lambda a: max(parts(a)))
        if here:
            return None
    return None


def _quotes(page: Page, attribution: Attribution, line: Span) -> bool:
    return any(touches(attribution.content, Span(q.start, q.end)) for q in page.quoted_in(line))


def _is_heading(words: list[str]) -> bool:
    return len(words) < MIN_QUOTED_WORDS or sum(
        w.strip(MARKS)[:1].isupper() for w in words
    ) >= MIN_HEADING_SHARE * len(words)


def _signed_below(page: Page, number: int) -> bool:
    """Whether the next line begins with a dash, as a signature does."""
    return number + 1 < len(page.lines) and page.text[page.lines[number + 1].start] in "—–―-"
