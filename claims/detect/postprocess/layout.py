"""A text as its lines and quotations, and the small questions that every shape asks of it; no shape
itself."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from claims.detect.quotations import Quotation, quotations
from claims.model import Attribution, Span, Spans
from claims.sentences import STOP

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CAPITAL = r"[A-ZÀ-Þ][\w.’'-]{0,60}"
"""A word of a name; several are parted by a blank each, so that a long run of capitals is read in
one way only."""
_LINE = re.compile(r"[^\r\n]+")
RULE_CONFIDENCE = 0.6
"""Confidence of a claim that a rule alone found."""
MARKS = "\"“”„‟«»'‘’` \t\u00a0"


@dataclass(frozen=True)
class Page:
    """One text with the stretches that are never claims."""

    text: str
    doc: Doc
    skip: Spans = ()

    @cached_property
    def lines(self) -> list[Span]:
        """The lines that hold anything, without the blanks at their ends."""
        spans = (
            self.trim(Span(m.start(), m.end()), " \t\u00a0") for m in _LINE.finditer(self.text)
        )
        return [span for span in spans if span.start < span.end]

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line in self.lines]

    @cached_property
    def quotations(self) -> list[Quotation]:
        """The quotations in order; none crosses a line."""
        return quotations(self.text)

    @cached_property
    def stops(self) -> tuple[list[int], list[int]]:
        """Where sentences end, and where behind each of those places the next begins."""
        found = [m.span() for m in STOP.finditer(self.text)]
        return [start for start, _ in found], [end for _, end in found]

    def words(self, span: Span) -> str:
        """The text of a span."""
        return self.text[span.start : span.end]

    def line_at(self, at: int) -> int:
        """The number of the line that holds or precedes a position."""
        return max(0, bisect_right(self._starts, at) - 1)

    def quoted_in(self, line: Span) -> list[Quotation]:
        """The quotations of one line."""
        first = bisect_left(self._opens, line.start)
        return self.quotations[first : bisect_left(self._opens, line.end)]

    def left_open(self, number: int) -> bool:
        """Whether a line ends within a quotation that nothing closes."""
        quoted = self.quoted_in(self.lines[number])
        return bool(quoted) and not quoted[-1].closed

    def quoted(self, at: int) -> bool:
        """Whether a position stands between the marks of a quotation."""
        number = bisect_left(self._opens, at) - 1
        return number >= 0 and at < self.quotations[number].end

    @cached_property
    def _opens(self) -> list[int]:
        return [q.start for q in self.quotations]

    def by_line(self, span: Span) -> list[Span]:
        """The parts of a span that lie in each of its lines."""
        first, last = self.line_at(span.start), self.line_at(max(span.start, span.end - 1))
        cut = (Span(max(span.start, s), min(span.end, e)) for s, e in self.lines[first : last + 1])
        return [part for part in cut if part.start < part.end]

    def opens_quoted(self, span: Span) -> bool:
        """Whether the line of a span begins with a quotation mark."""
        return self.text[self.lines[self.line_at(span.start)].start] in MARKS

    def trim(self, span: Span, marks: str = MARKS) -> Span:
        """The span without marks and blanks at its edges."""
        start, end = span
        while start < end and self.text[start] in marks:
            start += 1
        while end > start and self.text[end - 1] in marks:
            end -= 1
        return Span(start, end)

    def closed(self, span: Span) -> Span:
        """The span with the mark that closes a quotation which opens within it and ends with it."""
        here = self.quoted_in(self.lines[self.line_at(span.end - 1)]) if self.lines else []
        last = next((q for q in reversed(here) if span.start <= q.start < span.end < q.end), None)
        if last is None or not last.closed or letters(self.text, Span(span.end, last.end)):
            return span
        return Span(span.start, last.end)

    def skipped(self, span: Span) -> bool:
        """Whether furniture touches the span."""
        return any(s < span.end and span.start < e for s, e in self.skip)


def touches(spans: Spans, span: Span) -> bool:
    """Whether any of the spans shares a character with the span."""
    return any(s < span.end and span.start < e for s, e in spans)


def parts(attribution: Attribution) -> Spans:
    """All spans of an attribution."""
    return attribution.cue + attribution.source + attribution.content


def hull(attribution: Attribution) -> Span:
    """From an attribution's first to its last character."""
    spans = parts(attribution)
    return Span(min(s for s, _ in spans), max(e for _, e in spans))


def free(attributions: Iterable[Attribution], *spans: Span) -> bool:
    """Whether no attribution has a part in the spans."""
    return not any(touches(parts(a), span) for a in attributions for span in spans)


def span_of(first: Token, last: Token) -> Span:
    """From the first token's to the last token's end."""
    return Span(first.idx, last.idx + len(last))


def letters(text: str, span: Span) -> int:
    """How many letters and digits a span holds."""
    return sum(map(str.isalnum, text[span.start : span.end]))


def claim(
    content: Sequence[Span],
    cue: Sequence[Span] = (),
    source: Sequence[Span] = (),
    *,
    why: str,
    same_as: Spans = (),
) -> Attribution:
    """A claim that a rule found, with its reason."""
    return Attribution(
        tuple(cue), tuple(source), tuple(sorted(content)), RULE_CONFIDENCE, (why,), same_as=same_as
    )


def changed(attribution: Attribution, why: str, **spans: Spans) -> Attribution:
    """An attribution with other spans, and why."""
    return replace(attribution, reasons=(*attribution.reasons, why), **spans)  # type: ignore[arg-type]
