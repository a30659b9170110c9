"""How an exception that no command expects becomes one line with a next step; codes stand in diagnostics.py."""

from __future__ import annotations

from typing import Any

from cli import diagnostics, output
from cli.diagnostics import Exit


def say_unexpected(exc: Exception) -> None:
    """Wrong use as Typer reports it, else an error of our own making."""
    if hasattr(exc, "format_message"):
        message = exc.format_message()
        if type(exc).__name__ == "NoArgsIsHelpError":
            output.line(message)
            diagnostics.record(Exit.USAGE)
        else:
            context = getattr(exc, "ctx", None)
            path = context.command_path if context else "onrecord"
            diagnostics.crash(
                exc, Exit.USAGE, f"{message.rstrip('.')}{_example(context)}; see `{path} --help`"
            )
        return
    if isinstance(exc, OSError):
        diagnostics.crash(
            exc,
            Exit.INPUT,
            f"{exc.filename or 'input'}: {exc.strerror or exc}; check the path and its permissions",
        )
        return
    diagnostics.crash(
        exc,
        Exit.USAGE,
        f"unexpected {type(exc).__name__}: {exc}; run again with --debug and report what it shows",
    )


def _example(context: Any) -> str:
    """The first example of a command's help, so that the line alone is enough to go on."""
    if hasattr(getattr(context, "command", None), "list_commands"):
        return ""  # its examples are of other commands
    lines = (getattr(getattr(context, "command", None), "help", None) or "").splitlines()
    example = next((line.strip() for line in lines if line.strip().startswith("onrecord ")), "")
    return f"; for example `{example}`" if example else ""
