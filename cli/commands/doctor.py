"""`onrecord doctor`: is everything there, and what repairs it."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Annotated

import typer

from cli import diagnostics, output
from cli.options import formats

if TYPE_CHECKING:
    from cli.jobs.health import Finding


Repair = Annotated[
    bool,
    typer.Option(
        "--repair",
        help="Save what is readable of a damaged store to a new file; count anew what a whole one counts wrong.",
    ),
]


@formats
def doctor(where: str | None, fmt: output.Format, repair: Repair = False) -> None:
    """\b
    Examples:
      onrecord doctor
      onrecord doctor --json
      onrecord doctor --repair --store my.db

    Check Python, packages, language model, detector, store and terminal.
    """
    if repair:
        _repair(where)
        return
    from cli.jobs.health import findings

    checks = list(findings(where))
    if fmt is output.Format.HUMAN:
        for finding in checks:
            output.line(_told(finding))
    else:
        output.rows(fmt, "findings", map(_row, checks))
    for finding in checks:
        diagnostics.record(finding.code)


def _repair(where: str | None) -> None:
    """Says what was counted anew, or what was saved, by table, and where the new store lies."""
    from cli.jobs.repairing import recounted, repaired

    if wrong := recounted(where):
        for line in wrong:
            output.line(line)
        diagnostics.note("counted anew")
        return
    recovered = repaired(where)
    for table, count in recovered.saved.items():
        lost = recovered.lost[table]
        output.line(f"{count:>9,} {table}" + (f", {lost:,} lost" if lost else ""))
    for table in recovered.lost.keys() - recovered.saved.keys():
        output.line(f"{0:>9} {table}, {recovered.lost[table]:,} lost")
    diagnostics.note(
        f"what is readable stands in {recovered.file}; look at it with "
        f"`onrecord check --store {shlex.quote(str(recovered.file))}`, put it in the old one's place, then "
        "`onrecord add` the articles again, which completes those that lost claims"
    )


def _told(finding: Finding) -> str:
    mark = "ok " if finding.ok else "BAD"
    repair = "" if finding.ok else f"  -> {finding.fix}"
    return f"{mark} {finding.component:15} {finding.value}{repair}"


def _row(finding: Finding) -> dict[str, object]:
    return {
        "what": finding.component,
        "value": finding.value,
        "ok": finding.ok,
        "fix": None if finding.ok else finding.fix,
    }
