"""A table of runs; pure."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import RenderableType

from cli.sanitise import text
from cli.views.cells import grid
from store.records import RunRecord


def runs_table(runs: Iterable[RunRecord]) -> RenderableType:
    """One row a run: when, what, counts, detector, failures; "cut off" where it never ended."""
    table = grid(
        ("STARTED (UTC)", {"no_wrap": True}),
        ("COMMAND", {}),
        ("COUNTS", {"ratio": 1}),
        ("DETECTOR", {}),
        ("FAILURES", {"justify": "right"}),
    )
    for run in runs:
        counts = ", ".join(f"{count:,} {word}" for word, count in run.counts.items() if count)
        detector = " ".join(
            v
            for v in (run.versions.get("detector"), run.versions.get("detector_digest", "")[:8])
            if v
        )
        table.add_row(
            text(run.started[:19].replace("T", " ")),
            text(run.command),
            text(counts if run.finished else f"cut off {counts}"),
            text(detector),
            f"{len(run.failures):,}",
        )
    return table
