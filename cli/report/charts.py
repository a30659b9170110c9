"""The charts of an audit as drawings in their own units, each with the table of its numbers; any page can set them,
for a template turns them into SVG without script or style of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from cli.jobs.audit import REASONS, Audit, OutletAudit, Period, Share, decided_labels
from cli.report.model import Bar, Chart, Label
from cli.sanitise import one_line

WIDTH, LEFT, RIGHT, LANE, BAR, TOP = 720, 250, 16, 26, 16, 8
NAMES_END, NUMBERS_END = LEFT - 58, LEFT - 10
"""Numbers stand between names and bars, where a narrow screen shows them."""
TIME_HEIGHT, TIME_FOOT, TIME_LEFT = 150, 26, 44
MAX_OUTLETS, MAX_TICKS = 14, 8
NAME_CHARACTERS = 31
LETTER_WIDTH = 14
"""A narrower part of a bar holds no letter."""
GROUPS: tuple[tuple[str, str, float, tuple[str, ...]], ...] = (
    ("P", "persons", 0.9, ("person", "joint")),
    ("O", "organisations and states", 0.68, ("organisation", "state")),
    ("D", "documents and media", 0.5, ("document", "outlet")),
    ("G", "groups of people", 0.34, ("group",)),
    ("U", "unnamed", 0.2, ("unnamed",)),
    ("?", "not settled, or nobody", 0.08, ("unresolved", "nobody")),
)
"""Letter, name and shade of what the kinds of source are drawn as."""


def charts(audit: Audit) -> tuple[Chart, ...]:
    """Every chart that has something to show, in order."""
    rows = audit.outlets[:MAX_OUTLETS]
    if len(audit.outlets) > 1:
        rows = (audit.whole, *rows)
    drawn = [
        over_time(audit.periods),
        _shares("unnamed", "Unnamed sources, by outlet", rows, lambda row: row.unnamed, "claims"),
        single(rows, audit.whole.decided),
        whom(rows),
        _counts("most", "Most quoted", audit.speakers, audit.whole.top_ten.of),
        _counts(
            "reasons",
            "Why sources are unnamed",
            [(REASONS[name], n) for name, n in audit.whole.reasons.items()],
            sum(audit.whole.reasons.values()),
        ),
    ]
    return tuple(chart for chart in drawn if chart is not None)


def over_time(periods: Sequence[Period]) -> Chart | None:
    """Bars by day, month or year, copies faint on top of originals."""
    most = max((period.total for period in periods), default=0)
    if not most:
        return None
    copies = sum(period.copies for period in periods)
    total = sum(period.total for period in periods)
    return Chart(
        "time", "Claims over time", f"{total:,} claims, {copies:,} of them in copies; at most {most:,} in one period.",
        TOP + TIME_HEIGHT + TIME_FOOT, tuple(_time_bars(periods, most)), tuple(_time_labels(periods, most)),
        ("Period", "In originals", "In copies"),
        tuple((p.name, f"{p.originals:,}", f"{p.copies:,}") for p in periods),
        "Dark: claims in originals. Faint: in copies, which add nothing.",
    )  # fmt: skip


def _time_bars(periods: Sequence[Period], most: int) -> Iterator[Bar]:
    step = (WIDTH - TIME_LEFT - 10) / len(periods)
    for i, period in enumerate(periods):
        x, foot = TIME_LEFT + i * step, float(TOP + TIME_HEIGHT)
        parts = ((period.originals, 0.85, "in originals"), (period.copies, 0.25, "in copies"))
        for number, shade, where in parts:
            high = number / most * TIME_HEIGHT
            foot -= high
            if number:
                title = f"{period.name}: {number:,} {where}"
                yield _bar(x + step * 0.1, foot, step * 0.8, high, shade, title)


def _time_labels(periods: Sequence[Period], most: int) -> Iterator[Label]:
    step = (WIDTH - TIME_LEFT - 10) / len(periods)
    every = max(1, -(-len(periods) // MAX_TICKS))
    last = len(periods) - 1
    for i, period in enumerate(periods):
        if i == last or (i % every == 0 and last - i >= every):
            x = round(TIME_LEFT + (i + 0.5) * step, 1)
            yield Label(x, TOP + TIME_HEIGHT + 16, period.name, "middle")
    yield Label(TIME_LEFT - 6, TOP + 10, f"{most:,}", "end")
    yield Label(TIME_LEFT - 6, TOP + TIME_HEIGHT, "0", "end")


def _shares(
    id: str, title: str, rows: Sequence[OutletAudit], share: Callable[[OutletAudit], Share], of: str
) -> Chart | None:
    """A bar an outlet, of its whole width."""
    found = [(one_line(row.name), share(row)) for row in rows if share(row).of]
    if not found:
        return None
    bars, labels = [], list[Label]()
    for i, (name, each) in enumerate(found):
        y = TOP + i * LANE
        said = f"{name}: {each.percent} of {each.of:,} {of}"
        bars += _lane(y, [(each.part, 0.75, said, "")], each.of)
        labels += [_name(y, name), _number(y, each.percent)]
    name, whole = found[0]
    return Chart(
        id, title, f"{name}: {whole.percent} of {whole.of:,} {of}.",
        TOP + len(found) * LANE, tuple(bars), tuple(labels), ("Outlet", "Share", "Claims", f"Of {of}"),
        tuple((name, s.percent, f"{s.part:,}", f"{s.of:,}") for name, s in found),
    )  # fmt: skip


def single(rows: Sequence[OutletAudit], decided: Share) -> Chart | None:
    """What rests on a single source; where labels rest on a reviewer's decision, how many of each
    outlet's do."""
    title, of = "Single sources, by outlet", "weighed claims"
    chart = _shares("single", title, rows, lambda row: row.single, of)
    if chart is None or not decided.part:
        return chart
    numbers = [f"{row.decided.part:,}" for row in rows if row.single.of]
    return replace(
        chart,
        head=(*chart.head, "By a reviewer's decision"),
        rows=tuple((*row, number) for row, number in zip(chart.rows, numbers, strict=True)),
        legend=decided_labels(decided),
    )


def whom(rows: Sequence[OutletAudit]) -> Chart | None:
    """What kind of source each outlet quotes, as parts of one bar."""
    if not rows:
        return None
    bars, labels = [], list[Label]()
    for i, row in enumerate(rows):
        y = TOP + i * LANE
        parts = [
            (n, shade, f"{one_line(row.name)}, {name}: {n:,} of {row.claims:,}", letter)
            for (letter, name, shade, _), n in zip(GROUPS, _grouped(row), strict=True)
        ]
        bars += _lane(y, parts, row.claims)
        labels += [_name(y, row.name), _number(y, f"{row.claims:,}")]
    first = rows[0]
    return Chart(
        "whom", "Whom they quote",
        f"{one_line(first.name)}: {first.named.percent} of {first.claims:,} claims have a named source.",
        TOP + len(rows) * LANE, tuple(bars), tuple(labels),
        ("Outlet", "Claims", *(name.capitalize() for _, name, _, _ in GROUPS), "Top ten"),
        tuple(_whom_row(row) for row in rows),
        "; ".join(f"{letter} {name}" for letter, name, _, _ in GROUPS)
        + ". Top ten: what share of the named claims the ten most quoted speakers have.",
    )  # fmt: skip


def _whom_row(row: OutletAudit) -> tuple[str, ...]:
    numbers = (f"{n:,}" for n in _grouped(row))
    return (one_line(row.name), f"{row.claims:,}", *numbers, row.top_ten.percent)


def _counts(id: str, title: str, numbers: Iterable[tuple[str, int]], of: int) -> Chart | None:
    found = list(numbers)
    most = max((n for _, n in found), default=0)
    if not most:
        return None
    bars, labels = [], list[Label]()
    for i, (name, n) in enumerate(found):
        y = TOP + i * LANE
        bars += _lane(y, [(n, 0.75, f"{one_line(name)}: {n:,}", "")], most)
        labels += [_name(y, name), _number(y, f"{n:,}")]
    rows = tuple((one_line(name), f"{n:,}", Share(n, of).percent) for name, n in found)
    together = sum(n for _, n in found)
    first, greatest = max(found, key=lambda pair: pair[1])
    return Chart(
        id, title, f"{together:,} of {of:,} claims; most: {one_line(first)}, {greatest:,}.",
        TOP + len(found) * LANE, tuple(bars), tuple(labels), ("", "Claims", f"Of {of:,}"), rows,
    )  # fmt: skip


def _grouped(row: OutletAudit) -> list[int]:
    return [sum(row.sources.get(kind, 0) for kind in kinds) for _, _, _, kinds in GROUPS]


def _lane(y: float, parts: Iterable[tuple[int, float, str, str]], whole: int) -> list[Bar]:
    """Parts side by side over the width of a lane."""
    x, bars = float(LEFT), []
    for number, shade, title, letter in parts:
        width = number / whole * (WIDTH - LEFT - RIGHT) if whole else 0.0
        if number:
            bars.append(
                _bar(x, y, width, BAR, shade, title, letter if width >= LETTER_WIDTH else "")
            )
        x += width
    return bars


def _bar(
    x: float, y: float, width: float, height: float, shade: float, title: str, letter: str = ""
) -> Bar:
    return Bar(
        round(x, 1),
        round(y, 1),
        round(max(width, 1), 1),
        round(max(height, 1), 1),
        shade,
        title,
        letter,
    )


def _name(y: float, name: str) -> Label:
    plain = one_line(name)
    short = plain if len(plain) <= NAME_CHARACTERS else plain[: NAME_CHARACTERS - 1] + "…"
    return Label(NAMES_END, y + BAR - 3, short, "end")


def _number(y: float, number: str) -> Label:
    return Label(NUMBERS_END, y + BAR - 3, number, "end")


def charts_page(audit: Audit) -> Markup:
    """All charts as a piece of a page, each with its table; every value is cleaned and escaped."""
    from cli.report.page import environment

    template = environment().get_template("charts.html.j2")
    return Markup(template.render(charts=charts(audit), heading="h3"))
