"""Tables and charts of an audit in letters and blocks: told apart without colour, in ASCII where a
terminal has no more; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cli.jobs.audit import REASONS, Audit, OutletAudit, Period, Share, decided_labels
from cli.sanitise import text
from cli.views.cells import counted, grid

BAR_WIDTH = 30
SHARE_WIDTH = 8
MAX_ROWS = 31
"""More periods than this are a sparkline."""
SPARK_WIDTH = 60
MAX_NAME = 24
LEGEND_COLUMNS = 3


@dataclass(frozen=True)
class Signs:
    """What bars are drawn with."""

    full: str
    faint: str
    sparks: str


BLOCKS = Signs("█", "░", " ▁▂▃▄▅▆▇█")
ASCII = Signs("#", ".", " .:-=+*#@")
SOURCE_LETTERS = {
    "person": ("P", "green"), "organisation": ("O", "cyan"), "state": ("S", "cyan"), "document": ("D", "blue"),
    "outlet": ("M", "blue"), "joint": ("J", "green"), "group": ("G", "yellow"), "unnamed": ("U", "red"),
    "unresolved": ("?", "yellow"), "nobody": ("-", "dim"),
}  # fmt: skip
SOURCE_WORDS = {
    "outlet": "media", "joint": "several together", "group": "class of people", "unresolved": "not settled",
    "nobody": "nobody",
}  # fmt: skip
REASON_LETTERS = {
    "unauthorised": ("A", "green"), "rules": ("R", "green"), "fear": ("F", "green"), "sensitive": ("S", "green"),
    "candour": ("C", "green"), "privacy": ("P", "green"), "other": ("O", "green"), "condition": ("N", "yellow"),
    "none": ("-", "dim"),
}  # fmt: skip
REASON_WORDS = {
    "unauthorised": "not authorised", "rules": "rules", "fear": "fear", "sensitive": "sensitive matter",
    "candour": "to speak freely", "privacy": "privacy", "other": "other reason", "condition": "no reason given",
    "none": "nothing said",
}  # fmt: skip


def audit_view(audit: Audit, signs: Signs = BLOCKS, outlets: int | None = None) -> RenderableType:
    """All of it, one part after another; outlets says how many are shown."""
    if not audit.claims:
        return Group()
    shown, decided = audit.outlets[:outlets], audit.whole.decided
    rows = (audit.whole, *shown) if len(audit.outlets) > 1 else shown
    parts = [
        *_part("Claims over time", over_time(audit.periods, signs)),
        *_part("Sources, by outlet", shares(rows, signs)),
        *([Text(decided_labels(decided), "dim")] if decided.part else []),
        *_part("Whom they quote", letters(rows, "sources", SOURCE_LETTERS)),
        _legend(SOURCE_LETTERS, SOURCE_WORDS, audit.whole.sources),
        *_part(f"Most quoted: {_concentration(audit)}", most_quoted(audit, signs)),
    ]
    if audit.whole.reasons:
        parts += [
            *_part("Why sources are unnamed", reasons(audit.whole, signs)),
            *_part("The same, by outlet", letters(rows, "reasons", REASON_LETTERS)),
            _legend(REASON_LETTERS, REASON_WORDS, audit.whole.reasons),
        ]
    return Group(*parts[1:])


def _part(title: str, table: RenderableType) -> tuple[RenderableType, ...]:
    return Text(""), Text(title, "bold"), table


def over_time(periods: Sequence[Period], signs: Signs) -> RenderableType:
    """A bar a period, the copies faint behind the originals; a sparkline of many."""
    if len(periods) > MAX_ROWS:
        return _sparkline(periods, signs)
    table = grid(
        ("", {"no_wrap": True}),
        ("CLAIMS", {"justify": "right"}),
        ("COPIES", {"justify": "right"}),
        (f"{signs.full} original {signs.faint} in copies", {"no_wrap": True}),
    )
    most = max((period.total for period in periods), default=0)
    for period in periods:
        copies = f"{period.copies:,}" if period.copies else ""
        drawn = bar(period.originals, most, signs.full) + bar(period.copies, most, signs.faint)
        drawn.stylize("dim", bar(period.originals, most, signs.full).cell_len)
        table.add_row(period.name, f"{period.total:,}", copies, drawn)
    return table


def _sparkline(periods: Sequence[Period], signs: Signs) -> RenderableType:
    """A line a stretch of periods, originals over copies, each with its first and last period."""
    most = max(period.total for period in periods)
    lines = []
    for start in range(0, len(periods), SPARK_WIDTH):
        part = periods[start : start + SPARK_WIDTH]
        lines.append(Text(f"{part[0].name} to {part[-1].name}, at most {most:,} a period", "dim"))
        for name, numbers in (
            ("original", [period.originals for period in part]),
            ("in copies", [period.copies for period in part]),
        ):
            if any(numbers):
                drawn = "".join(_spark(n, most, signs) for n in numbers)
                lines.append(Text(f"{name:10}").append(drawn, "" if name == "original" else "dim"))
    return Group(*lines)


def _spark(number: int, most: int, signs: Signs) -> str:
    steps = len(signs.sparks) - 1
    return signs.sparks[0 if not number else max(1, round(number / most * steps))]


def bar(number: int, most: int, sign: str, width: int = BAR_WIDTH) -> Text:
    """A bar of the number's share of the greatest; what is not nothing is seen."""
    cells = round(number / most * width) if most else 0
    return Text(sign * max(cells, 1 if number else 0))


def shares(rows: Iterable[OutletAudit], signs: Signs) -> RenderableType:
    """What share of each outlet's claims is unnamed, rests on a single source, comes from ten
    speakers."""
    table = grid(
        ("OUTLET", {"max_width": MAX_NAME, "ratio": 1}),
        ("CLAIMS", {"justify": "right", "no_wrap": True}),
        ("UNNAMED", {"no_wrap": True}),
        ("REASON", {"justify": "right", "no_wrap": True}),
        ("SINGLE", {"no_wrap": True}),
        ("TOP TEN", {"justify": "right", "no_wrap": True}),
    )
    for row in rows:
        table.add_row(
            text(row.name),
            f"{row.claims:,}",
            _share(row.unnamed, signs),
            row.reasoned.percent,
            _share(row.single, signs),
            row.top_ten.percent,
        )
    return Group(table, Text(SHARES_MEAN, "dim"))


SHARES_MEAN = (
    "UNNAMED of all claims; REASON of the unnamed ones: the article says why; SINGLE of those that were weighed: they "
    "rest on one origin; TOP TEN of the named ones: those of the ten most quoted."
)


def _share(share: Share, signs: Signs) -> Text:
    drawn = Text(f"{share.percent:>5} ")
    return drawn + bar(share.part, share.of, signs.full, SHARE_WIDTH)


def letters(
    rows: Iterable[OutletAudit], table: str, signs: Mapping[str, tuple[str, str]]
) -> RenderableType:
    """A line of letters an outlet, each for its share: read without colour."""
    drawn = grid(
        ("OUTLET", {"max_width": MAX_NAME, "ratio": 1}),
        ("CLAIMS", {"justify": "right", "no_wrap": True}),
        ("", {"no_wrap": True}),
    )
    for row in rows:
        counts: dict[str, int] = getattr(row, table)
        whole = sum(counts.values())
        if whole:
            drawn.add_row(text(row.name), f"{whole:,}", _lettered(counts, whole, signs))
    return drawn


def _lettered(counts: Mapping[str, int], whole: int, signs: Mapping[str, tuple[str, str]]) -> Text:
    widths = cells([counts.get(name, 0) for name in signs], whole)
    line = Text()
    for (letter, style), width in zip(signs.values(), widths, strict=True):
        line.append(letter * width, style)
    return line


def cells(numbers: Sequence[int], whole: int, width: int = BAR_WIDTH) -> list[int]:
    """How many cells each number has of a bar: one at least, and all of the bar together."""
    cells = [max(int(n / whole * width), 1 if n else 0) for n in numbers]
    while sum(cells) != width:
        step = 1 if sum(cells) < width else -1
        owed = [n / whole * width - cell for n, cell in zip(numbers, cells, strict=True)]
        able = [i for i, n in enumerate(numbers) if n and (step > 0 or cells[i] > 1)]
        cells[max(able, key=lambda i: step * owed[i])] += step
    return cells


def _legend(
    signs: Mapping[str, tuple[str, str]], words: Mapping[str, str], counts: Mapping[str, int]
) -> Table:
    """What each letter that stands there means, with its number over all."""
    entries = [
        Text(f"{letter} {words.get(name, name)} {counts[name]:,}", "dim")
        for name, (letter, _) in signs.items()
        if counts.get(name)
    ]
    table = Table.grid(padding=(0, 2, 0, 0))
    for start in range(0, len(entries), LEGEND_COLUMNS):
        table.add_row(*entries[start : start + LEGEND_COLUMNS])
    return table


def _concentration(audit: Audit) -> str:
    top = audit.whole.top_ten
    if not top.of:
        return "nobody by name"
    ten = "the ten have" if len(audit.speakers) == 10 else "they have"
    return f"{ten} {top.percent} of the {counted(top.of, 'claim')} with a named speaker"


def most_quoted(audit: Audit, signs: Signs) -> Table:
    """The ten most quoted speakers."""
    table = grid(
        ("SPEAKER", {"max_width": 2 * MAX_NAME, "ratio": 1}),
        ("CLAIMS", {"justify": "right", "no_wrap": True}),
        ("", {"no_wrap": True}),
    )
    most = max((n for _, n in audit.speakers), default=0)
    for name, n in audit.speakers:
        table.add_row(text(name), f"{n:,}", bar(n, most, signs.full))
    return table


def reasons(row: OutletAudit, signs: Signs) -> Table:
    """Why unnamed sources are unnamed, as their articles say."""
    table = grid(
        ("", {"max_width": 2 * MAX_NAME, "ratio": 1}),
        ("CLAIMS", {"justify": "right", "no_wrap": True}),
        ("", {"no_wrap": True}),
    )
    whole = sum(row.reasons.values())
    for name, n in row.reasons.items():
        table.add_row(REASONS[name], f"{n:,}", _share(Share(n, whole), signs))
    return table
