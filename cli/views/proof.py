"""Findings of a draft for people: the sentence, the verdict, the passage that shows it, and the words side by
side, told apart by signs as well as by colour; pure."""

from __future__ import annotations

import re
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
    "verbatim": "✓", "paraphrase": "✓", "altered": "≈", "differs": "≈", "other speaker": "⇄",
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
AROUND_CHARS = 60
"""Of a passage's sentence, shown on either side."""
ALSO_SHARE = 0.6
"""How near a further passage has to be, of the nearness of the first."""


def proof_page(lines: Iterable[FindingLine]) -> RenderableType:
    """Every finding in the order of the draft."""
    return Group(*(part for line in lines for part in (finding_view(line), Text(""))))


def verdict_words(line: FindingLine) -> str:
    """The verdict with its kind, as people read it."""
    kinds = [*line.changes, *([line.bearing] if line.bearing else [])]
    harmless = " (harmless)" if line.harmless else ""
    return line.verdict + (f": {', '.join(kinds)}" if kinds else "") + harmless


def tally(lines: Sequence[FindingLine], articles: int) -> str:
    """How many findings have each verdict, and among how many articles that was looked up."""
    counts = Counter(line.verdict for line in lines)
    told = ", ".join(f"{counts[name]} {name}" for name in get_args(Verdict) if counts[name])
    to_look = sum(not line.is_clean for line in lines)
    found = counted(len(lines), "passage") + f", {to_look} to look at" * bool(lines)
    return f"{found}{': ' * bool(told)}{told}; among the {counted(articles, 'article')} added"


def is_found(line: FindingLine) -> bool:
    """Whether its passages show it, and are not only the nearest ones."""
    return line.verdict not in ("not on record", "cannot tell")


def shown_places(line: FindingLine) -> Sequence[PlaceLine]:
    """The passage that shows it, and those that show it as well or nearly; else the nearest ones."""
    if not is_found(line) or not line.places:
        return line.places[:MAX_NEAREST]
    enough = ALSO_SHARE * line.places[0].nearness
    near = [one for one in line.places[1:] if one.nearness >= enough]
    return [line.places[0], *near[: MAX_NEAREST - 1]]


def how_near(place: PlaceLine) -> str:
    """How much of the draft's passage it holds."""
    return f"{place.nearness:.0%} alike"


def style_of(line: FindingLine) -> str:
    """The colour of its verdict."""
    return HARMLESS_STYLE if line.harmless else STYLES[line.verdict]


def finding_view(line: FindingLine, in_hand: int | None = None) -> RenderableType:
    """One finding; beside its draft without the sentence, and with a sign at the passage of the record that
    is in hand."""
    style = style_of(line)
    head = Text(f"{line.number:>3} {SIGNS[line.verdict]} ", style)
    head.append(verdict_words(line), style)
    rows = Table.grid(padding=(0, 1))
    rows.add_column(style="dim", no_wrap=True)
    rows.add_column()
    for name, words in _rows(line, in_hand):
        rows.add_row(name, words)
    return Group(head, Padding(rows, (0, 0, 0, 6)))


def _rows(line: FindingLine, in_hand: int | None) -> Iterator[tuple[str, Text]]:
    who = _who(line.speaker or "nobody named")
    if in_hand is None:
        yield "draft", text(line.sentence)
    yield "draft" if in_hand is not None else "", who
    if differs(line):
        yield "words", _comparison(line)
    yield from _record(line, in_hand)
    if line.reasons:
        yield "why", text(" · ".join(line.reasons))


def differs(line: FindingLine) -> bool:
    """Whether there are words to show side by side; what agrees in other words has none."""
    return line.verdict != "paraphrase" and any(piece.sign != "=" for piece in line.comparison)


def _record(line: FindingLine, in_hand: int | None) -> Iterator[tuple[str, Text]]:
    places = shown_places(line)
    for number, place in enumerate(places):
        name = "nearest" if not is_found(line) else "also" if number else "record"
        words = _place(place)
        if not is_found(line):
            words.append(f" · {how_near(place)}", "dim")
        yield f"›{name}" if number == in_hand and len(places) > 1 else name, words
        if is_found(line) and not number:
            yield "", text(stands_on(line), "dim")


def _who(words: str) -> Text:
    return Text("— ", "dim").append_text(text(words, "cyan"))


def _comparison(line: FindingLine) -> Text:
    words = Text()
    for piece in line.comparison:
        before, behind, style = _PIECES[piece.sign]
        words.append(f"{before}{one_line(piece.text)}{behind}", style).append(" ")
    return words


def _place(place: PlaceLine) -> Text:
    before, after = one_line(place.before), one_line(place.after)
    words = Text(_ending(before), "dim")
    words.append(f"«{one_line(place.passage)}»", "not dim bold").append(f"{_beginning(after)} ")
    words.append_text(_who(voice_of(place)))
    where = (
        place.outlet or place.doc,
        (place.published or "")[:10],
        (place.claim or "")[:ID_CHARS],
    )
    return words.append(" · " + one_line(" · ".join(part for part in where if part)), "dim")


def _ending(before: str) -> str:
    """The last words before a passage."""
    if len(before) > AROUND_CHARS:
        before = "… " + before[-AROUND_CHARS:].partition(" ")[2]
    return before + " " * (bool(re.search(r"[\w,;:]$", before)))


def _beginning(after: str) -> str:
    """The first words behind it."""
    if len(after) > AROUND_CHARS:
        after = after[:AROUND_CHARS].rpartition(" ")[0] + " …"
    return " " * after[:1].isalnum() + after


def voice_of(place: PlaceLine) -> str:
    """Whose words a passage of the record are there, whether the record names them, and through whom."""
    who = place.speaker or ("nobody named" if place.claim else "the article's own words")
    unnamed = "" if place.named or not place.claim or not place.speaker else " (no name)"
    through = f", through {', '.join(place.via)}" if place.via else ""
    return who + unnamed + through


def _origins(low: int, high: int, label: str | None) -> str:
    if not high:
        return "stated by nobody" if label == "UNSTATED" else "no origin named"
    number = f"{low}" if low == high else f"{low}–{high}"
    return f"{number} independent origin{'s' * (high != 1)}"


def stands_on(line: FindingLine) -> str:
    """How many independent origins, whether contested, and what review says of it."""
    parts = []
    if line.origins_min is not None and line.origins_max is not None:
        parts.append(_origins(line.origins_min, line.origins_max, line.label))
    parts += ["contested"] if line.contested else []
    parts += [line.places[0].status] if line.places[0].status else []
    return " · ".join(parts)
