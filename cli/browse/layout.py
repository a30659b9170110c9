"""An article's text as lines of a width, every character with its offset, claims marked; pure, no
widget.

Content, cue and source are told apart by signs and by style, never by colour alone: «content» of
the claim in hand, ‹content› of the others, [cue], {source}.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rich.cells import get_character_cell_size
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip

from claims.model import Span
from cli.sanitise import clean
from store.records import ClaimRecord

HERE, OTHER, CUE, SOURCE, PICKED = "bold", "underline", "italic", "bold", "reverse"
LEGEND = Text.assemble(
    ("«claim»", "bold underline"), " ", ("[cue]", "italic"), " ", ("{source}", "bold"), " ‹others›"
)


class Mark(NamedTuple):
    """A stretch of text with the signs around it and its style."""

    start: int
    end: int
    opening: str
    closing: str
    style: str


class Cell(NamedTuple):
    """A character on the screen, where it stands in the text (a sign: what it belongs to) and its
    style."""

    sign: str
    offset: int
    style: str


@dataclass
class Layout:
    """The lines of an article at a width."""

    lines: list[list[Cell]] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)

    def add(self, cells: list[Cell], start: int) -> None:
        """One more line, which begins at an offset."""
        self.lines.append(cells)
        self._starts.append(start)

    def line_of(self, offset: int) -> int:
        """The line that holds an offset."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def offset_at(self, line: int, column: int) -> int:
        """The offset under a cell, the nearest one to its left."""
        if not 0 <= line < len(self.lines):
            return self._starts[-1] if self._starts else 0
        offset, at = self._starts[line], 0
        for cell in self.lines[line]:
            if at > column:
                break
            offset = max(offset, cell.offset)
            at += get_character_cell_size(cell.sign)
        return offset

    def strip(self, line: int, width: int) -> Strip:
        """A line as Textual draws it."""
        text, run, style = Text(), "", ""
        for cell in self.lines[line] if line < len(self.lines) else ():
            if cell.style != style:
                text.append(run, style)
                run, style = "", cell.style
            run += cell.sign
        text.append(run, style)
        return Strip([*_segments(text)]).adjust_cell_length(width)


def _segments(text: Text) -> Iterable[Segment]:
    at = 0
    for span in text.spans:
        if span.start > at:
            yield Segment(text.plain[at : span.start])
        yield Segment(text.plain[span.start : span.end], Style.parse(str(span.style)))
        at = span.end
    if at < len(text.plain):
        yield Segment(text.plain[at:])


def claim_marks(claims: Sequence[ClaimRecord], current: ClaimRecord | None) -> list[Mark]:
    """Marks of every claim, those of the one in hand more strongly."""
    marks: list[Mark] = []
    for claim in claims:
        is_current = current is not None and claim.id == current.id
        if claim.vanished or (claim.status == "wrong" and not is_current):
            continue
        signs, style = ("«»", f"{HERE} {OTHER}") if is_current else ("‹›", OTHER)
        marks += [Mark(s, e, signs[0], signs[1], style) for s, e in claim.content]
        marks += [
            Mark(s, e, "[", "]", CUE + (" reverse" if is_current else "")) for s, e in claim.cue
        ]
        marks += [
            Mark(s, e, "{", "}", SOURCE + (" reverse" if is_current else ""))
            for s, e in claim.source
        ]
    return marks


def lay_out(
    body: str,
    marks: Sequence[Mark],
    width: int,
    wrapped: dict[object, list[tuple[list[Cell], int]]],
) -> Layout:
    """The whole text; paragraphs whose marks did not change come from what is wrapped already."""
    layout, at = Layout(), 0
    inside = sorted(
        (m for m in marks if 0 <= m.start < m.end <= len(body)), key=lambda m: (m.start, -m.end)
    )
    for paragraph in body.split("\n"):
        end = at + len(paragraph)
        marks_within = tuple(m for m in inside if m.start <= end and m.end >= at)
        key = (at, width, marks_within)
        if key not in wrapped:
            wrapped[key] = _wrapped(_cells(body, at, end, marks_within), width, at)
        for cells, start in wrapped[key]:
            layout.add(cells, start)
        at = end + 1
    return layout


def _cells(body: str, start: int, end: int, marks: Sequence[Mark]) -> list[Cell]:
    cuts = {start, end, *(edge for m in marks for edge in (m.start, m.end) if start <= edge <= end)}
    cells: list[Cell] = []
    ordered = sorted(cuts)
    for at, until in zip(ordered, [*ordered[1:], end], strict=True):
        cells += [
            Cell(m.closing, max(start, at - 1), m.style)
            for m in reversed(marks)
            if m.closing and m.end == at
        ]
        cells += [Cell(m.opening, at, m.style) for m in marks if m.opening and m.start == at]
        style = " ".join(
            dict.fromkeys(m.style for m in marks if m.start <= at < m.end and until > at)
        )
        piece = body[at:until]
        plain = piece == clean(piece)
        for i, sign in enumerate(piece):
            if plain or clean(sign):
                cells.append(Cell(" " if sign == "\t" else sign, at + i, style))
    return cells


def _wrapped(cells: list[Cell], width: int, start: int) -> list[tuple[list[Cell], int]]:
    lines: list[tuple[list[Cell], int]] = []
    line: list[Cell] = []
    used, blank = 0, -1
    for cell in cells:
        size = get_character_cell_size(cell.sign)
        # Again, where a word of wide letters does not fit behind the cut either.
        while used + size > width and line:
            cut = blank + 1 if blank >= 0 else len(line)
            lines.append((line[:cut], min((c.offset for c in line[:cut]), default=start)))
            line = line[cut:]
            used, blank = sum(get_character_cell_size(c.sign) for c in line), -1
        line.append(cell)
        used += size
        if cell.sign == " ":
            blank = len(line) - 1
    first = min((c.offset for c in line), default=start)
    return [*lines, (line, first)]


def words(body: str) -> list[Span]:
    """The words and single signs of a text, to move over and select by."""
    import re

    return [Span(*match.span()) for match in re.finditer(r"\w+(?:['’-]\w+)*|[^\w\s]", body)]
