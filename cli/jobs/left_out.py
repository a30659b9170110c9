"""What a table left out unasked, said with the way to see it; what is left out is the store's to find."""

from __future__ import annotations

from cli import diagnostics
from cli.views.cells import counted


def say_left_out(count: int, what: str, way: str = "--saying any shows all") -> None:
    """Says on stderr how many claims or propositions claim nothing; nothing where there are none."""
    if count:
        verb = "claims" if count == 1 else "claim"
        diagnostics.note(
            f"left out: {counted(count, what)} that {verb} nothing (acts, topics, fragments); {way}"
        )
