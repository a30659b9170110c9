"""The console entry: registers commands, turns every ending into one line and an exit code; holds no command."""

from __future__ import annotations

import importlib.metadata
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

import claims
import cli
import store
from claims.errors import OnrecordError
from cli import diagnostics, output
from cli.commands import (
    add,
    browse,
    check,
    copies,
    demo,
    doctor,
    export,
    extract,
    listing,
    show,
    speaker,
    speakers,
    where,
)
from cli.diagnostics import Exit
from cli.options import common

app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

COMMANDS: dict[str, Callable[..., None]] = {
    "add": add.add,
    "extract": extract.extract,
    "list": listing.list_claims,
    "speakers": speakers.speakers,
    "speaker": speaker.speaker,
    "show": show.show,
    "check": check.check,
    "copies": copies.copies,
    "export": export.export,
    "browse": browse.browse,
    "demo": demo.demo,
    "doctor": doctor.doctor,
    "where": where.where_command,
}
for _name, _function in COMMANDS.items():
    app.command(_name, short_help=(_function.__doc__ or "").split("\n\n")[-1].split(". ")[0].strip())(common(_function))


def _version(wanted: bool) -> None:
    if wanted:
        try:
            number = importlib.metadata.version("onrecord")
        except importlib.metadata.PackageNotFoundError:
            number = "(not installed)"
        output.line(f"onrecord {number}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Put every claim in the news on record: who said what, through whom, on how many independent origins.

    \b
    Examples:
      onrecord demo
      onrecord add news/*.txt && onrecord check
    """


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; its exit code."""
    diagnostics.reset()
    output.reset()
    try:
        _same_place()
        result = app(args=arguments, prog_name="onrecord", standalone_mode=False)
        if isinstance(result, int) and not isinstance(result, bool):
            diagnostics.record(result)
        output.flush()
    except OnrecordError as exc:
        diagnostics.crash(exc, exc.exit_code)
    except BrokenPipeError:
        output.close_quietly()
    except (KeyboardInterrupt, typer.Abort) as exc:
        diagnostics.crash(exc, Exit.INTERRUPTED, "interrupted")
    except Exception as exc:
        _other(exc)
    finally:
        output.discard()
    return diagnostics.State.worst


def _other(exc: Exception) -> None:
    """Wrong use as Typer reports it, else an error of our own making."""
    if hasattr(exc, "format_message"):
        message = exc.format_message()
        if type(exc).__name__ == "NoArgsIsHelpError":
            output.line(message)
            diagnostics.record(Exit.USAGE)
        else:
            context = getattr(exc, "ctx", None)
            path = context.command_path if context else "onrecord"
            diagnostics.crash(exc, Exit.USAGE, f"{message.rstrip('.')}; see `{path} --help`")
        return
    if isinstance(exc, OSError):
        diagnostics.crash(
            exc, Exit.INPUT, f"{exc.filename or 'input'}: {exc.strerror or exc}; check the path and its permissions"
        )
        return
    diagnostics.crash(
        exc, Exit.USAGE, f"unexpected {type(exc).__name__}: {exc}; run again with --debug and report what it shows"
    )


def _same_place() -> None:
    """Another package called `store` or `claims` on the path would be a silent disaster."""
    places = {Path(str(room.__file__)).resolve().parent.parent for room in (claims, store, cli)}
    if len(places) != 1:
        listed = ", ".join(sorted(map(str, places)))
        raise OnrecordError(
            f"claims, store and cli come from different places ({listed}); run onrecord in an environment of its own"
        )


def run() -> None:
    """The console script."""
    sys.exit(main())
