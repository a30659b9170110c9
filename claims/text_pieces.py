"""Cutting a long text where a parser can take it; nothing about what the text says.

spaCy refuses more than a million characters and needs about 1 GB for every 100,000 of one text.
"""

from __future__ import annotations

from collections.abc import Iterable

from claims.model import Span

MAX_PIECE_CHARACTERS = 60_000
"""Code points that one spaCy document may hold."""


def pieces(text: str, limit: int = MAX_PIECE_CHARACTERS) -> list[Span]:
    """Spans that cover the text in order, each at most limit long, cut at a paragraph, else a line,
    else a space."""
    out: list[Span] = []
    start = 0
    while len(text) - start > limit:
        end = _cut(text, start, start + limit)
        out.append(Span(start, end))
        start = end
    out.append(Span(start, len(text)))
    return out


def _cut(text: str, start: int, stop: int) -> int:
    for mark in ("\n\n", "\n", " "):
        at = text.rfind(mark, start + 1, stop)
        if at > start:
            return at + len(mark)
    return stop


def clip(spans: tuple[Span, ...], piece: Span) -> tuple[Span, ...]:
    """The parts of the spans that lie in the piece, in the piece's own offsets."""
    cut = (
        Span(max(s, piece.start) - piece.start, min(e, piece.end) - piece.start) for s, e in spans
    )
    return tuple(span for span in cut if span.start < span.end)


def shift(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    """The spans moved by so many code points."""
    return tuple(Span(s + by, e + by) for s, e in spans)


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch each other as one."""
    out: list[Span] = []
    for start, end in sorted(span for span in spans if span.start < span.end):
        if out and start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(end, out[-1].end))
        else:
            out.append(Span(start, end))
    return tuple(out)
