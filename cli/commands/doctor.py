"""`onrecord doctor`: is everything there, and what repairs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli import diagnostics, output
from cli.options import formats

if TYPE_CHECKING:
    from cli.jobs.health import Finding


@formats
def doctor(where: str | None, fmt: output.Format) -> None:
    """\b
    Examples:
      onrecord doctor
      onrecord doctor --json

    Check Python, packages, language model, detector, store and terminal.
    """
    from cli.jobs.health import findings

    checks = list(findings(where))
    if fmt is output.Format.HUMAN:
        for finding in checks:
            output.line(_told(finding))
    else:
        output.rows(fmt, "findings", map(_row, checks))
    for finding in checks:
        diagnostics.record(finding.code)


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
