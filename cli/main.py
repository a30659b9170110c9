"""The console entry: registers commands, turns every ending into one line and an exit code; holds
no command."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Annotated

import typer
from typer.core import TyperGroup

from claims.errors import OnrecordError
from cli import diagnostics, output
from cli.commands import (
    add,
    alias,
    audit,
    browse,
    changes,
    check,
    cite,
    completion,
    copies,
    copy,
    demo,
    doctor,
    export,
    extract,
    forget,
    help,
    history,
    listing,
    merge,
    new,
    proof,
    proposals,
    pull,
    quality,
    redetect,
    report,
    review,
    role,
    runs,
    serve,
    show,
    speaker,
    speakers,
    split,
    undo,
    verify,
    watch,
    where,
    why,
)
from cli.diagnostics import MEANING, Exit
from cli.endings import say_unexpected
from cli.interrupts import attend, finished
from cli.jobs.written import remember_file
from cli.one_place import check_same_place
from cli.options import common
from cli.paths import VARIABLE as STORE
from cli.paths import offer_outlets
from cli.paths import version as version_number
from cli.readable_help import ReadableCommand
from cli.streams import fill_gaps, make_usable

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
    "watch": watch.watch,
    "pull": pull.pull,
    "new": new.new,
    "list": listing.list_claims,
    "speakers": speakers.speakers,
    "speaker": speaker.speaker,
    "show": show.show,
    "why": why.why,
    "proposals": proposals.proposals,
    "merge": merge.merge,
    "split": split.split,
    "alias": alias.alias,
    "role": role.role,
    "undo": undo.undo,
    "forget": forget.forget,
    "check": check.check,
    "proof": proof.proof,
    "copies": copies.copies,
    "changes": changes.changes,
    "audit": audit.audit,
    "review": review.review,
    "history": history.history,
    "quality": quality.quality,
    "redetect": redetect.redetect_command,
    "export": export.export,
    "cite": cite.cite,
    "report": report.report,
    "runs": runs.runs,
    "browse": browse.browse,
    "serve": serve.serve,
    "demo": demo.demo,
    "doctor": doctor.doctor,
    "copy": copy.copy,
    "verify": verify.verify,
    "where": where.where_command,
    "completion": completion.completion,
    "help": help.help_command,
}
_READS = (Exit.DONE, Exit.USAGE, Exit.INPUT, Exit.STORE, Exit.MODEL, Exit.INTERRUPTED)
CODES: dict[str, tuple[Exit, ...]] = {
    "add": _READS,
    "extract": tuple(code for code in _READS if code is not Exit.STORE),
    "pull": _READS,
    "new": (Exit.DONE, Exit.FOUND, Exit.USAGE, Exit.STORE),
    "check": (Exit.DONE, Exit.FOUND, Exit.USAGE, Exit.STORE),
    "proof": (Exit.DONE, Exit.FOUND, *_READS[1:]),
    "demo": _READS,
    "redetect": _READS,
    "copy": (Exit.DONE, Exit.USAGE, Exit.STORE, Exit.INTERRUPTED),
    "verify": (Exit.DONE, Exit.USAGE, Exit.STORE),
    "doctor": (Exit.DONE, Exit.USAGE, Exit.STORE, Exit.MODEL),
    "where": (Exit.DONE, Exit.USAGE),
    "completion": (Exit.DONE, Exit.USAGE),
    "help": (Exit.DONE, Exit.USAGE),
}
"""How a command can end, where it is not with 0, 2 or 4."""


def _epilog(name: str) -> str:
    codes = CODES.get(name, (Exit.DONE, Exit.USAGE, Exit.STORE))
    return "Exit codes: " + "; ".join(f"{code.value} {MEANING[code]}" for code in codes) + "."


for _name, _function in COMMANDS.items():
    app.command(
        _name,
        cls=ReadableCommand,
        short_help=(_function.__doc__ or "").split("\n\n")[-1].split(". ")[0].strip().rstrip("."),
        epilog=_epilog(_name),
    )(common(_function))


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
