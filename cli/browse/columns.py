"""How records become cells and lines of a list; pure, no widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.text import Text

from cli.sanitise import text
from cli.views.claims import what, who
from cli.views.verdicts import interval, label_text
from store.records import ClaimRecord, SpeakerRecord, VerdictRecord


class Column(NamedTuple):
    """A column; width 0 takes what is left."""

    title: str
    width: int


CLAIM = (Column("SPEAKER", 18), Column("CLAIM", 0), Column("OUTLET", 14), Column("DATE", 10))
SPEAKER_CLAIM = (Column("CLAIM", 0), Column("DATE", 10))
SPEAKER = (Column("SPEAKER", 0), Column("CLAIMS", 6))
VERDICT = (Column("LABEL", 15), Column("N", 3), Column("CLAIM", 0))


def claim_cells(claim: ClaimRecord) -> list[Text]:
    """Speaker, claim, outlet and date."""
    named = "bold" if claim.speaker else "italic"
    outlet = claim.outlet or claim.wire or claim.doc
    return [text(who(claim), named), text(what(claim)), text(outlet), text(_day(claim))]


def speaker_claim_cells(claim: ClaimRecord) -> list[Text]:
    """Claim and date, where the speaker stands beside."""
    return [text(what(claim)), text(_day(claim))]


def speaker_cells(speaker: SpeakerRecord) -> list[Text]:
    """Name and number of claims."""
    return [text(speaker.name), Text(f"{speaker.claims:>6,}")]


def verdict_cells(verdict: VerdictRecord) -> list[Text]:
    """Label, interval and the first wording."""
    label = Text(verdict.label, label_text(verdict).style)
    if verdict.label == "SINGLE" and not verdict.named:
        label.append(" unnamed")
    wording = what(verdict.claims[0].claim) if verdict.claims else ""
    return [label, Text(interval(verdict.min, verdict.max)), text(wording)]


def header(columns: Sequence[Column], width: int) -> Text:
    """The line of titles."""
    return fitted(columns, [Text(column.title, "bold") for column in columns], width, marker=" ")


def fitted(columns: Sequence[Column], cells: Sequence[Text], width: int, *, marker: str) -> Text:
    """One line of exactly the width, cells cut with an ellipsis."""
    fixed = sum(column.width for column in columns) + len(columns) - 1 + 2
    line = Text(marker + " ", no_wrap=True)
    for i, (column, cell) in enumerate(zip(columns, cells, strict=True)):
        part = cell.copy()
        part.truncate(column.width or max(8, width - fixed), overflow="ellipsis", pad=True)
        line.append_text(part)
        if i < len(columns) - 1:
            line.append(" ")
    return line


def _day(claim: ClaimRecord) -> str:
    return (claim.published or "")[:10]
