"""Tables of propositions and copies, and one verdict with its reasons; pure."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType
from rich.text import Text

from cli.sanitise import one_line, text
from cli.views.cells import ID_CHARS, claim_words, grid, plural, speaker_words
from store.records import CopyRecord, OtherVerdict, VerdictRecord

BY_PERSON = "by a reviewer's decision"
LABEL_STYLES = {
    "SINGLE": "red",
    "POSSIBLY SINGLE": "yellow",
    "CORROBORATED": "green",
    "UNSOURCED": "magenta",
    "UNSTATED": "cyan",
}
LABEL_SIGNS = {
    "SINGLE": "◔", "POSSIBLY SINGLE": "◑", "CORROBORATED": "●", "UNSOURCED": "○", "UNSTATED": "◌",
}  # fmt: skip
"""One sign a label, the fuller the more stands behind it: told apart without colour."""
CONTESTED_SIGN = "≠"


def label_sign(label: str | None) -> Text:
    """The sign of a label; a blank where nothing was weighed."""
    return Text(LABEL_SIGNS.get(label or "", " "), LABEL_STYLES.get(label or "", ""))


def besides(verdict: VerdictRecord | OtherVerdict) -> list[str]:
    """What stands besides a label: that its origin has no name, that somebody contests it, that a
    person's decision bears on it."""
    extra = ["unnamed"] if verdict.label == "SINGLE" and not verdict.named else []
    extra += ["contested"] if verdict.contested else []
    if isinstance(verdict, VerdictRecord):
        extra += [BY_PERSON] if verdict.decided else []
        extra += ["without decisions"] if verdict.machine and verdict.otherwise is not None else []
    return extra


def otherwise(verdict: VerdictRecord) -> str:
    """What its claims amount to the other way, with people's decisions or without; "" where that is
    the same, or was not looked for."""
    if verdict.otherwise is None:
        return ""
    found = [
        f"{other.label}{_in_brackets(besides(other))}, {_origins(other)}"
        for other in verdict.otherwise
    ]
    premise = "With" if verdict.machine else "Without"
    return f"{premise} people's decisions: {'; '.join(found) or 'no claim of it stands'}."


def _origins(other: OtherVerdict) -> str:
    number = interval(other.origins_min, other.origins_max)
    return f"{number} {plural('origin', other.origins_max)}"


def _in_brackets(extra: list[str]) -> str:
    return f" ({', '.join(extra)})" if extra else ""


def label_text(verdict: VerdictRecord) -> Text:
    """The label, with what stands besides it."""
    extra = besides(verdict)
    return Text(verdict.label + _in_brackets(extra), LABEL_STYLES[verdict.label])


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
            text(_why(verdict)),
        )
    return table


def _why(verdict: VerdictRecord) -> str:
    """The first reason, with what the verdict is the other way, or else what a person decided."""
    first = verdict.reasons[:1]
    return " ".join(
        (*first, otherwise(verdict), *(d for d in verdict.decided[:1] if d not in first))
    )


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
