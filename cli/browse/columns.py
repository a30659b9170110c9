"""How records become cells and lines of a list; pure, no widget."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from rich.text import Text

from cli.sanitise import text
from cli.views.cells import claim_words, mark, speaker_words
from cli.views.verdicts import interval, label_text
from store.records import ArticleLine, ClaimRecord, SpeakerRecord, VerdictRecord

MAX_CELL_CHARS = 2000
"""Characters of a cell that are looked at: more than any screen is wide."""
AMPLE_CELLS = 112
"""Cells that the words of a claim have before other columns grow."""


class Column(NamedTuple):
    """A column; width 0 takes what is left, and what others need no more up to their widest."""

    title: str
    width: int
    widest: int = 0
    """As wide as it grows where the column of width 0 has room to spare."""


CLAIM = (
    Column("", 1),
    Column("SPEAKER", 18, 30),
    Column("CLAIM", 0),
    Column("OUTLET", 14, 30),
    Column("DATE", 10),
)
SPEAKER_CLAIM = (Column("", 1), Column("CLAIM", 0), Column("OUTLET", 12, 30), Column("DATE", 10))
SPEAKER = (Column("SPEAKER", 0), Column("CLAIMS", 6))
VERDICT = (Column("LABEL", 15), Column("N", 5), Column("IN", 4), Column("CLAIM", 0))
ARTICLE = (
    Column("DATE", 10),
    Column("OUTLET", 14, 30),
    Column("ARTICLE", 0),
    Column("COPIES", 6),
    Column("REVIEWED", 9),
)
FACET = (Column("FACET", 0), Column("", 7))


def claim_cells(claim: ClaimRecord) -> list[Text]:
    """Status, speaker, claim, outlet and date."""
    named = "bold" if claim.speaker else "italic"
    outlet = claim.outlet or claim.wire or claim.doc
    return [
        mark(claim),
        _cell(speaker_words(claim), named),
        _claim(claim),
        _cell(outlet),
        _cell(_day(claim.published)),
    ]


def speaker_claim_cells(claim: ClaimRecord) -> list[Text]:
    """Status, claim, outlet and date, where the speaker stands beside."""
    return [
        mark(claim),
        _claim(claim),
        _cell(claim.outlet or claim.wire or claim.doc),
        _cell(_day(claim.published)),
    ]


def member_cells(claim: ClaimRecord) -> list[Text]:
    """Status, speaker, claim and outlet of a proposition's claim."""
    return claim_cells(claim)


def speaker_cells(speaker: SpeakerRecord) -> list[Text]:
    """Name and number of claims."""
    return [_cell(speaker.name), Text(f"{speaker.claims:>6,}")]


def verdict_cells(verdict: VerdictRecord) -> list[Text]:
    """Label, interval, number of outlets and the first wording."""
    label = Text(verdict.label, label_text(verdict).style)
    if verdict.label == "SINGLE" and not verdict.named:
        label.append(" unnamed")
    outlets = len({member.claim.outlet or member.claim.doc for member in verdict.claims})
    wording = _claim(verdict.claims[0].claim) if verdict.claims else Text()
    return [
        label,
        Text(interval(verdict.origins_min, verdict.origins_max)),
        Text(f"{outlets:>3}"),
        wording,
    ]


def article_cells(article: ArticleLine) -> list[Text]:
    """Date, outlet, title, copies and how far review has come; copies stand indented."""
    title = article.title or article.doc
    if article.share is not None:
        title = f"  ↳ {article.share:.0%} the same: {title}"
    copies = f"+{article.copies}" if article.copies else ""
    reviewed = f"{article.reviewed:,}/{article.claims:,}" + (" ✓" if article.read_by else "")
    outlet = article.outlet or article.wire or ""
    return [
        _cell(_day(article.published)),
        _cell(outlet),
        _cell(title),
        Text(f"{copies:>6}"),
        Text(f"{reviewed:>9}"),
    ]


def header(columns: Sequence[Column], width: int) -> Text:
    """The line of titles."""
    return fitted(columns, [Text(column.title, "bold") for column in columns], width, marker=" ")


def fitted(columns: Sequence[Column], cells: Sequence[Text], width: int, *, marker: str) -> Text:
    """One line of exactly the width, cells cut with an ellipsis."""
    line = Text(marker + " ", no_wrap=True)
    widths = _widths(tuple(columns), width)
    for i, (size, cell) in enumerate(zip(widths, cells, strict=True)):
        part = cell.copy()
        part.truncate(size, overflow="ellipsis", pad=True)
        line.append_text(part)
        if i < len(columns) - 1:
            line.append(" ")
    return line


@cache
def _widths(columns: tuple[Column, ...], width: int) -> tuple[int, ...]:
    """The cells of each column on a line of that width."""
    left = width - sum(column.width for column in columns) - (len(columns) - 1) - len("› ")
    spare = max(0, left - AMPLE_CELLS)
    growing = sum(max(0, column.widest - column.width) for column in columns)
    share = min(1.0, spare / growing) if growing else 0.0
    grown = [int(share * max(0, column.widest - column.width)) for column in columns]
    rest = max(8, left - sum(grown))
    return tuple(
        c.width + more if c.width else rest for c, more in zip(columns, grown, strict=True)
    )


def _claim(claim: ClaimRecord) -> Text:
    return _cell(claim_words(claim), "strike" if claim.status == "wrong" else "")


def _cell(raw: str, style: str = "") -> Text:
    return text(raw[:MAX_CELL_CHARS], style)


def _day(published: str | None) -> str:
    return (published or "")[:10]
