"""Tables of propositions and copies, and one verdict with its reasons; pure."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text

from cli.sanitise import one_line, text
from cli.views.cells import ID_CHARS, claim_words, grid, speaker_words
from store.records import CopyRecord, VerdictRecord

LABEL_STYLES = {
    "SINGLE": "red",
    "POSSIBLY SINGLE": "yellow",
    "CORROBORATED": "green",
    "UNSOURCED": "magenta",
}


def label_text(verdict: VerdictRecord) -> Text:
    """The label, with what stands besides it."""
    extra = ["unnamed"] if verdict.label == "SINGLE" and not verdict.named else []
    extra += ["contested"] if verdict.contested else []
    return Text(
        verdict.label + (f" ({', '.join(extra)})" if extra else ""), LABEL_STYLES[verdict.label]
    )


def interval(low: int, high: int) -> str:
    """Independent origins as "1" or "1–3"."""
    return str(low) if low == high else f"{low}–{high}"


def check_table(verdicts: Iterable[VerdictRecord]) -> RenderableType:
    """One row a proposition: label, origins, quote, speaker, outlets, first reason."""
    table = grid(
        ("ID", {"no_wrap": True, "width": ID_CHARS}),
        ("LABEL", {"max_width": 12}),
        ("N", {"no_wrap": True}),
        ("CLAIM", {"ratio": 3}),
        ("SPEAKER", {"max_width": 14}),
        ("OUTLETS", {"max_width": 12}),
        ("WHY", {"ratio": 2}),
    )
    for verdict in verdicts:
        first = verdict.claims[0].claim
        speakers = list(dict.fromkeys(speaker_words(member.claim) for member in verdict.claims))
        outlets = list(dict.fromkeys(m.claim.outlet or m.claim.doc for m in verdict.claims))
        table.add_row(
            text(verdict.id[:ID_CHARS], "cyan"),
            label_text(verdict),
            interval(verdict.origins_min, verdict.origins_max),
            text(_short(claim_words(first))),
            text("; ".join(speakers[:3])),
            text(_some(outlets)),
            text(verdict.reasons[0] if verdict.reasons else ""),
        )
    return table


def copies_table(copies: Iterable[CopyRecord]) -> RenderableType:
    """One row a copy: which article, of which, how much, and what shows it."""
    table = grid(
        ("ARTICLE", {"ratio": 1}),
        ("COPY OF", {"ratio": 1}),
        ("SHARE", {"justify": "right"}),
        ("EVIDENCE", {"ratio": 2}),
    )
    for copy in copies:
        shown = f"{copy.credit}: {copy.evidence}" if copy.credit else copy.evidence
        table.add_row(text(copy.doc), text(copy.of), f"{copy.share:.0%}", text(shown))
    return table


def _short(quote: str, width: int = 120) -> str:
    plain = one_line(quote)
    return plain if len(plain) <= width else plain[: width - 1] + "…"


def _some(names: list[str]) -> str:
    return "; ".join(names[:2]) + (f" +{len(names) - 2}" if len(names) > 2 else "")
