"""How records become cells and lines of a list; pure, no widget."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.text import Text

from cli.sanitise import text
from cli.views.cells import MARKS, STYLES, claim_words, mark, speaker_words
from cli.views.verdicts import CONTESTED_SIGN, interval, label_sign
from store.records import ArticleLine, ClaimRecord, SpeakerRecord, VerdictRecord

MAX_CELL_CHARS = 2000
"""Characters of a cell that are looked at: more than any screen is wide."""
AMPLE_CELLS = 44
"""Cells that the words of a claim have before other columns grow."""
SCANTY_CELLS, NAME_CELLS = 20, 8
"""Cells of a claim below which names are cut, and what is left of a name."""


class Column(NamedTuple):
    """A column, no wider than what stands in it; width 0 takes what is left."""

    title: str
    width: int
    widest: int = 0
    """As wide as it grows where the column of width 0 has room to spare."""


CLAIM = (
    Column("", 2, 3),
    Column("SPEAKER", 17, 30),
    Column("CLAIM", 0),
    Column("OUTLET", 15, 30),
    Column("DATE", 10),
)
SPEAKER_CLAIM = (Column("", 2, 3), Column("CLAIM", 0), Column("OUTLET", 15, 30), Column("DATE", 10))
SPEAKER = (Column("SPEAKER", 0), Column("CLAIMS", 6))
VERDICT = (
    Column("", 1),
    Column("LABEL", 19),
    Column("OUTLETS", 7),
    Column("ORIGINS", 7),
    Column("CLAIM", 0),
)
ARTICLE = (
    Column("DATE", 10),
    Column("OUTLET", 14, 30),
    Column("ARTICLE", 0),
    Column("COPIES", 6),
    Column("REVIEWED", 9),
)
FACET = (Column("FACET", 0), Column("", 7))


def claim_cells(claim: ClaimRecord) -> list[Text]:
    """Status and verdict, with a mark where that rests on a decision; speaker, claim, outlet, date."""
    named = "bold" if claim.speaker else "italic"
    return [
        _signs(claim),
        _cell(speaker_words(claim), named),
        _claim(claim),
        *_where(claim),
    ]


def speaker_claim_cells(claim: ClaimRecord) -> list[Text]:
    """Status and verdict, claim, outlet and date, where the speaker stands beside."""
    return [_signs(claim), _claim(claim), *_where(claim)]


def _signs(claim: ClaimRecord) -> Text:
    decided = (MARKS["corrected"], STYLES["corrected"]) if claim.label_decided else ""
    return Text.assemble(mark(claim), label_sign(claim.label), decided)


def _where(claim: ClaimRecord) -> tuple[Text, Text]:
    outlet = claim.outlet or claim.wire or claim.doc
    return _cell(outlet), _cell(_day(claim.published), "dim")


def member_cells(claim: ClaimRecord) -> list[Text]:
    """Status, speaker, claim and outlet of a proposition's claim."""
    return claim_cells(claim)


def speaker_cells(speaker: SpeakerRecord) -> list[Text]:
    """Name and number of claims."""
    return [_cell(speaker.name), Text(f"{speaker.claims:>6,}")]


def verdict_cells(verdict: VerdictRecord) -> list[Text]:
    """Whether anybody reviewed it, label, numbers of outlets and origins, and the first wording."""
    label = label_sign(verdict.label).append(f" {verdict.label}")
    if verdict.label == "SINGLE" and not verdict.named:
        label.append(" unnamed")
    if verdict.contested:
        label.append(f" {CONTESTED_SIGN}", "red")
    if verdict.decided:
        label.append(f" {MARKS['corrected']}", STYLES["corrected"])
    claims = [member.claim for member in verdict.claims]
    reviewed = next((claim for claim in claims if claim.status != "unreviewed"), None)
    outlets = {m.claim.outlet or m.claim.doc for m in verdict.claims if m.role == "supports"}
    return [
        mark(reviewed or claims[0]) if claims else Text(),
        label,
        Text(f"{len(outlets):>7}"),
        Text(f"{interval(verdict.origins_min, verdict.origins_max):>7}"),
        _claim(claims[0]) if claims else Text(),
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
        _cell(_day(article.published), "dim"),
        _cell(outlet),
        _cell(title),
        Text(f"{copies:>6}"),
        Text(f"{reviewed:>9}"),
    ]


def header(columns: Sequence[Column], width: int, needed: Sequence[int] = ()) -> Text:
    """The line of titles."""
    titles = [Text(column.title, "bold") for column in columns]
    return fitted(columns, titles, width, marker=" ", needed=needed)


def needs(columns: Sequence[Column], cells: Sequence[Text]) -> tuple[int, ...]:
    """How wide each column has to be for its cell, as far as it grows."""
    return tuple(min(cell.cell_len, c.widest) for c, cell in zip(columns, cells, strict=True))


def fitted(
    columns: Sequence[Column], cells: Sequence[Text], width: int, *, marker: str,
    needed: Sequence[int] = (),
) -> Text:  # fmt: skip
    """One line of exactly the width, cells cut with an ellipsis; needed: how wide the cells of all
    lines are, those of this one where nothing is said."""
    line = Text(marker + " ", no_wrap=True)
    widths = _widths(tuple(columns), width, tuple(needed) or needs(columns, cells))
    for i, (size, cell) in enumerate(zip(widths, cells, strict=True)):
        part = cell.copy()
        part.truncate(size, overflow="ellipsis", pad=True)
        line.append_text(part)
        if i < len(columns) - 1:
            line.append(" ")
    return line


@lru_cache(maxsize=200)
def _widths(columns: tuple[Column, ...], width: int, needed: tuple[int, ...]) -> tuple[int, ...]:
    """The cells of each column on a line of that width: nothing is cut beside free space."""
    wanted = [
        max(len(c.title), need) if c.widest else c.width
        for c, need in zip(columns, needed, strict=True)
    ]
    usual = [min(want, c.width) for c, want in zip(columns, wanted, strict=True)]
    left = width - sum(usual) - (len(columns) - 1) - len("› ")
    if left < SCANTY_CELLS:
        return _narrowed(columns, usual, left)
    growing = sum(wanted) - sum(usual)
    share = min(1.0, max(0, left - AMPLE_CELLS) / growing) if growing else 0.0
    grown = [use + int(share * (want - use)) for use, want in zip(usual, wanted, strict=True)]
    rest = left + sum(usual) - sum(grown)
    return tuple(size if c.width else rest for c, size in zip(columns, grown, strict=True))


def _narrowed(columns: Sequence[Column], usual: Sequence[int], left: int) -> tuple[int, ...]:
    """Names give way to the claim where there is little room for all."""
    spare = [
        max(0, use - NAME_CELLS) if c.widest else 0 for c, use in zip(columns, usual, strict=True)
    ]
    share = min(1.0, (SCANTY_CELLS - left) / sum(spare)) if sum(spare) else 0.0
    given = [math.ceil(share * one) for one in spare]
    rest = max(NAME_CELLS, left + sum(given))
    return tuple(
        use - less if c.width else rest for c, use, less in zip(columns, usual, given, strict=True)
    )


def _claim(claim: ClaimRecord) -> Text:
    return _cell(claim_words(claim), "strike" if claim.status == "wrong" else "")


def _cell(raw: str, style: str = "") -> Text:
    return text(raw[:MAX_CELL_CHARS], style)


def _day(published: str | None) -> str:
    return (published or "")[:10]
