"""`onrecord doctor`: is everything there, and what repairs it."""

from __future__ import annotations

from cli import diagnostics, output
from cli.options import formats


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
    if fmt is not output.Format.HUMAN:
        output.rows(
            fmt,
            "findings",
            [
                {
                    "what": f.component,
                    "value": f.value,
                    "ok": f.ok,
                    "fix": f.fix if not f.ok else None,
                }
                for f in checks
            ],
        )
    for finding in checks:
        if fmt is output.Format.HUMAN:
            output.line(
                f"{'ok ' if finding.ok else 'BAD'} {finding.component:15} {finding.value}"
                + ("" if finding.ok else f"  -> {finding.fix}")
            )
        diagnostics.record(finding.code)
