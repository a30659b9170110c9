"""Findings of a draft for people: the sentence, the verdict, the passage that shows it, and the words side by
side, told apart by signs as well as by colour; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claims.proof.model import Verdict
from cli.rows.proof import FindingLine, PlaceLine
from cli.sanitise import one_line, text
from cli.views.cells import ID_CHARS, counted

SIGNS: dict[Verdict, str] = {
    "verbatim": "✓", "paraphrase": "✓", "altered": "≈", "differs": "≈", "other speaker": "☞",
    "other stance": "±", "other time": "◷", "cannot tell": "?", "not on record": "✗",
}  # fmt: skip
"""One sign a verdict: told apart without colour."""
STYLES: dict[Verdict, str] = {
    "verbatim": "green", "paraphrase": "green", "altered": "yellow", "differs": "yellow",
    "other speaker": "red", "other stance": "red", "other time": "magenta", "cannot tell": "dim",
    "not on record": "bold red",
}  # fmt: skip
HARMLESS_STYLE = "dim yellow"
_PIECES = {"=": ("", "", ""), "-": ("[-", "-]", "red"), "+": ("{+", "+}", "green")}
LEGEND = "[-in the record alone-] {+in the draft alone+}"
MAX_NEAREST = 3


def proof_page(lines: Iterable[FindingLine]) -> RenderableType:
    """Every finding in the order of the draft."""
    return Group(*(part for line in lines for part in (_finding(line), Text(""))))


def verdict_words(line: FindingLine) -> str:
    """The verdict with its kind, as people read it."""
    kinds = [*line.changes, *([line.bearing] if line.bearing else [])]
    harmless = " (harmless)" if line.harmless else ""
    return line.verdict + (f": {', '.join(kinds)}" if kinds else "") + harmless


def tally(lines: Sequence[FindingLine], articles: int) -> str:
    """How many findings have each verdict, and among how many articles that was looked up."""
    counts = Counter(line.verdict for line in lines)
    told = ", ".join(f"{counts[name]} {name}" for name in get_args(Verdict) if counts[name])
    found = counted(len(lines), "passage")
    return f"{found}{': ' * bool(told)}{told}; among the {counted(articles, 'article')} added"


def _finding(line: FindingLine) -> RenderableType:
    style = HARMLESS_STYLE if line.harmless else STYLES[line.verdict]
    head = Text(f"{line.number:>3} {SIGNS[line.verdict]} ", style)
    head.append(verdict_words(line), style)
    rows = Table.grid(padding=(0, 1))
    rows.add_column(style="dim", no_wrap=True)
    rows.add_column()
    for name, words in _rows(line):
        rows.add_row(name, words)
    return Group(head, Padding(rows, (0, 0, 0, 6)))


def _rows(line: FindingLine) -> Iterator[tuple[str, Text]]:
    yield "draft", text(line.sentence)
    yield "", _who(line.speaker or "nobody named")
    if any(piece.sign != "=" for piece in line.comparison):
        yield "words", _comparison(line)
    if line.verdict == "not on record":
        for place in line.places[:MAX_NEAREST]:
            yield "near", _place(place).append(f" · {place.nearness:.2f} near", "dim")
    elif line.places:
        yield "record", _place(line.places[0])
        yield "", text(_stands_on(line), "dim")
        for place in line.places[1:MAX_NEAREST]:
            yield "also", _place(place)
    for reason in line.reasons:
        yield "why", text(reason)


def _who(words: str) -> Text:
    return Text("— ", "dim").append_text(text(words, "cyan"))


def _comparison(line: FindingLine) -> Text:
    words = Text()
    for piece in line.comparison:
        before, behind, style = _PIECES[piece.sign]
        words.append(f"{before}{one_line(piece.text)}{behind}", style).append(" ")
    return words


def _place(place: PlaceLine) -> Text:
    marks = "“”" if place.in_marks else ("", "")
    words = Text(f"{marks[0]}{one_line(place.passage)}{marks[1]} ")
    words.append_text(_who(_speaker(place)))
    where = (
        place.outlet or place.doc,
        (place.published or "")[:10],
        (place.claim or "")[:ID_CHARS],
    )
    return words.append(" · " + one_line(" · ".join(part for part in where if part)), "dim")


def _speaker(place: PlaceLine) -> str:
    who = place.speaker or ("nobody named" if place.claim else "the article's own words")
    unnamed = "" if place.named or not place.claim or not place.speaker else " (no name)"
    through = f", through {', '.join(place.via)}" if place.via else ""
    return who + unnamed + through


def _stands_on(line: FindingLine) -> str:
    """How many independent origins, whether contested, and what review says of it."""
    parts = []
    if line.origins_min is not None and line.origins_max is not None:
        low, high = line.origins_min, line.origins_max
        number = f"{low}" if low == high else f"{low}–{high}"
        parts.append(f"{number} independent origin{'s' * (high != 1)}")
    parts += ["contested"] if line.contested else []
    parts += [line.places[0].status] if line.places[0].status else []
    return " · ".join(parts)
