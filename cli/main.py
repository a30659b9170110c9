"""The console entry: registers commands, turns every ending into one line and an exit code; holds
no command."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from typing import Annotated

import typer
from typer.core import TyperGroup

from claims.errors import OnrecordError
from cli import diagnostics, output
from cli.diagnostics import Exit
from cli.endings import say_unexpected
from cli.interrupts import attend, finished
from cli.jobs.written import remember_file
from cli.lazy_commands import LazyGroup
from cli.one_place import check_same_place
from cli.paths import VARIABLE as STORE
from cli.paths import offer_outlets
from cli.paths import version as version_number
from cli.streams import fill_gaps, make_usable

app = typer.Typer(
    name="onrecord",
    cls=LazyGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        output.line(f"onrecord {version_number()}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Show the version and leave."
        ),
    ] = False,
) -> None:
    """Put every claim in the news on record: who said what, through whom, on how many independent
    origins.

    \b
    Examples:
      onrecord demo                     a first look, on made-up articles
      onrecord add news/                read articles of your own
      onrecord list --speaker Song      the claims of a speaker
      onrecord check                    what rests on a single source
      onrecord help                     labels, filters, formats … explained
    """


@cache
def _group() -> TyperGroup:
    """Every command with its options, put together once in a process."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    return group


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; its exit code."""
    make_usable()
    diagnostics.reset(
        [
            *(sys.argv[1:] if arguments is None else arguments),
            *os.environ.get(STORE, "").splitlines(),
        ]
    )
    output.reset()
    try:
        check_same_place()
        offer_outlets()
        result = _group()(args=arguments, prog_name="onrecord", standalone_mode=False)
        if isinstance(result, int) and not isinstance(result, bool):
            diagnostics.record(result)
        output.flush()
        remember_file(arguments)
    except OnrecordError as exc:
        diagnostics.crash(exc, exc.exit_code)
    except (BrokenPipeError, SystemExit):
        # Typer makes an exit of a pipe that nobody reads on; what ends a command otherwise is an Exit.
        output.close_quietly()
    except (KeyboardInterrupt, typer.Abort) as exc:
        diagnostics.crash(exc, Exit.INTERRUPTED, "interrupted")
    except Exception as exc:
        say_unexpected(exc)
    finally:
        output.discard()
    return diagnostics.State.worst


def complete(shell: str, words: list[str]) -> None:
    """Tells a shell's script what it can offer; never an error, for a person is typing."""
    from cli.completion.answer import answer

    with suppress(Exception):
        answer(_group(), shell, words)
        output.flush()


def run() -> None:
    """The console script."""
    fill_gaps()
    attend()
    if shell := os.environ.get("_ONRECORD_COMPLETE"):
        complete(shell, sys.argv[1:])
        sys.exit(Exit.DONE)
    try:
        code = main()
    except KeyboardInterrupt:  # between the command's end and here
        code = Exit.INTERRUPTED
    finished()
    sys.exit(code)
