"""One article that is in no store: each attributed sentence with who vouches for it; pure."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType

from claims.detect.standing_alone import Words, phrase
from claims.model import Claim, Reading
from cli.sanitise import one_line, text
from cli.views.cells import grid


def vouching_table(vouched: Iterable[tuple[Reading, Claim]]) -> RenderableType:
    """One row a claim in the order of the text: who vouches, through whom, what is said."""
    table = grid(
        ("WHO VOUCHES", {"max_width": 24}), ("THROUGH", {"max_width": 18}), ("CLAIM", {"ratio": 1})
    )
    for reading, claim in vouched:
        table.add_row(
            text(voucher(claim), "bold" if is_named(claim) else "italic"),
            text("; ".join(one_line(link.intermediary) for link in claim.chain)),
            text(_said(reading, claim)),
        )
    return table


def is_named(claim: Claim) -> bool:
    """Whether somebody stands by the claim with a name."""
    return bool(claim.speaker.name or claim.speaker.members)


def voucher(claim: Claim) -> str:
    """The speaker's name or the members, else the words for the source and that it has no name."""
    if is_named(claim):
        return one_line(claim.speaker.name or ", ".join(claim.speaker.members))
    mention = one_line(claim.speaker.mention)
    return f"{mention} (no name)" if mention else "(nobody named)"


def _said(reading: Reading, claim: Claim) -> str:
    words = (reading.text_of(spans) for spans in (claim.cue, claim.content))
    shown = phrase(Words(claim.kind, claim.cue, claim.source, claim.content, *words))
    stance = "" if claim.stance.stance == "assert" else f"[{claim.stance.stance}] "
    return f"{stance}{one_line(shown.words)}"
