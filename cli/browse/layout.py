"""An article's text as lines of a width, every character with its offset, claims marked; pure, no
widget.

What is marked and noted stands in marks.py.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from rich.cells import get_character_cell_size
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.strip import Strip

from claims.model import Span
from cli.sanitise import signs

PICKED = "reverse"
BETWEEN = "  │ "
"""What parts the text from the notes beside it."""
INDENT = 4
"""Cells before the notes below a paragraph."""


class Mark(NamedTuple):
    """A stretch of text with the signs around it and its style; that of the signs, where it is
    another one."""

    start: int
    end: int
    opening: str
    closing: str
    style: str
    edge: str | None = None


class Note(NamedTuple):
    """What is said of a claim beside its paragraph or below it: where its sentence ends, where the
    claim begins, and runs of words with their style, the first its number."""

    at: int
    claim: int
    runs: tuple[tuple[str, str], ...]


class Cell(NamedTuple):
    """A character on the screen, where it stands in the text (a sign: what it belongs to) and its
    style; in a note where the claim of it begins."""

    sign: str
    offset: int
    style: str
    claim: int = -1


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
            if cell.claim >= 0 and at == column:
                return cell.claim
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


def lay_out(
    body: str,
    marks: Sequence[Mark],
    width: int,
    wrapped: dict[object, list[tuple[list[Cell], int]]],
    notes: Sequence[Note] = (),
    beside: int = 0,
) -> Layout:
    """The whole text, each paragraph with its notes: in a column of its own of so many cells, 0 for
    below; paragraphs whose marks did not change come from what is wrapped already."""
    layout, paragraphs = Layout(), body.split("\n")
    starts = [0, *accumulate(len(paragraph) + 1 for paragraph in paragraphs)][:-1]
    inside = [m for m in marks if 0 <= m.start < m.end <= len(body)]
    marks_of, notes_of = _by_paragraph(starts, inside, notes)
    for place, (at, paragraph) in enumerate(zip(starts, paragraphs, strict=True)):
        key = (at, width, (*marks_of[place],), (*notes_of[place],), beside)
        if key not in wrapped:
            cells = _cells(body, at, at + len(paragraph), marks_of[place])
            wrapped[key] = (_beside if beside else _below)(
                cells, notes_of[place], width, at, beside
            )
        for line, start in wrapped[key]:
            layout.add(line, start)
    return layout


def _by_paragraph(
    starts: Sequence[int], marks: Iterable[Mark], notes: Iterable[Note]
) -> tuple[dict[int, list[Mark]], dict[int, list[Note]]]:
    """The marks and the notes of each paragraph, the outer marks before the inner ones."""
    marks_of: dict[int, list[Mark]] = defaultdict(list)
    notes_of: dict[int, list[Note]] = defaultdict(list)
    for mark in sorted(marks, key=lambda m: (m.start, -m.end)):
        for place in range(bisect_right(starts, mark.start) - 1, bisect_right(starts, mark.end)):
            marks_of[place].append(mark)
    for note in notes:
        notes_of[bisect_left(starts, note.at) - 1].append(note)
    return marks_of, notes_of


Lines = list[tuple[list[Cell], int]]


def _below(cells: list[Cell], notes: Sequence[Note], width: int, at: int, _: int) -> Lines:
    """A paragraph with its notes under it, set in."""
    lines = _wrapped(cells, width, at)
    end = lines[-1][1]
    for note in notes:
        for line in _note_lines(note, max(8, width - INDENT)):
            lines.append(([Cell(" ", end, "", note.claim)] * INDENT + line, end))
    return lines


def _beside(cells: list[Cell], notes: Sequence[Note], width: int, at: int, beside: int) -> Lines:
    """A paragraph with its notes in a column on its right."""
    room = width - beside - len(BETWEEN)
    text = _wrapped(cells, room, at)
    column = [line for note in notes for line in _note_lines(note, beside)]
    lines: Lines = []
    for i in range(max(len(text), len(column))):
        line, start = text[i] if i < len(text) else ([], text[-1][1])
        used = sum(get_character_cell_size(cell.sign) for cell in line)
        gap = [Cell(" ", start, "")] * (room - used) + [Cell(c, start, "dim") for c in BETWEEN]
        lines.append((line + gap + (column[i] if i < len(column) else []), start))
    return lines


def _note_lines(note: Note, width: int) -> list[list[Cell]]:
    """A note, its number before it: what wraps stands under its words."""
    head, *runs = note.runs
    number = [Cell(c, note.claim, head[1], note.claim) for c in head[0]]
    cells = [Cell(c, note.claim, style, note.claim) for words, style in runs for c in words]
    lines = [line for line, _ in _wrapped(cells, max(8, width - len(number)), note.claim)]
    margin = [Cell(" ", note.claim, "", note.claim)] * len(number)
    return [(margin if i else number) + line for i, line in enumerate(lines)]


def _cells(body: str, start: int, end: int, marks: Sequence[Mark]) -> list[Cell]:
    cuts = {start, end, *(edge for m in marks for edge in (m.start, m.end) if start <= edge <= end)}
    cells: list[Cell] = []
    ordered, shown = sorted(cuts), signs(body[start:end])
    for at, until in zip(ordered, [*ordered[1:], end], strict=True):
        cells += [
            Cell(sign, max(start, at - 1), m.style if m.edge is None else m.edge)
            for m in reversed(marks)
            if m.end == at
            for sign in m.closing
        ]
        cells += [
            Cell(sign, at, m.style if m.edge is None else m.edge)
            for m in marks
            if m.start == at
            for sign in m.opening
        ]
        style = " ".join(
            dict.fromkeys(m.style for m in marks if m.start <= at < m.end and until > at)
        )
        for i in range(at, until):
            # What has no width, or turns the direction round, stands as its number.
            cells += [Cell(" " if sign == "\t" else sign, i, style) for sign in shown[i - start]]
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
