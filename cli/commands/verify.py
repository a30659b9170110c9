"""`onrecord verify`: whether the store still holds what was stored."""

from __future__ import annotations

from cli import diagnostics, output
from cli.diagnostics import Exit
from cli.views.cells import counted


def verify(where: str | None) -> None:
    """\b
    Examples:
      onrecord verify
      onrecord verify --store archive.db || echo "not as it was stored"

    Check every text against its digest, every claim's words against its article, and the chain
    that runs through the decisions. Nothing is mended; a fault is a line and exit code 4.
    """
    from cli.jobs.open_store import open_for_reading

    with open_for_reading(where) as store:
        verified = store.integrity.verify()
    for fault in verified.faults:
        diagnostics.error(fault, Exit.STORE)
    counts = (
        counted(verified.articles, "article"),
        counted(verified.claims, "claim"),
        counted(verified.decisions, "decision"),
    )
    faults = counted(len(verified.faults), "fault") if verified.faults else "all as stored"
    output.line(f"{', '.join(counts)}: {faults}")
