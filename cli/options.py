"""Options that commands share, added by decorators so that one flag means the same everywhere; no
commands."""

from __future__ import annotations

from functools import wraps
from pathlib import PurePath
from typing import Annotated, Any

import typer

from claims.errors import UsageError
from cli import diagnostics, output
from cli.files import Target
from cli.jobs.private import PrivateNames
from cli.option_groups import Function, wants_where, with_options
from cli.output import Format

_STORE = "The store: a file or a database URL. Default: $ONRECORD_STORE, else see `onrecord where`."
_COMMON = {
    "store": (Annotated[str | None, typer.Option("--store", metavar="FILE", help=_STORE)], None),
    "color": (
        Annotated[str, typer.Option("--color", metavar="WHEN", help="auto, always or never.")],
        "auto",
    ),
    "debug": (
        Annotated[bool, typer.Option("--debug", help="Show a traceback with errors.")],
        False,
    ),
    "no_input": (Annotated[bool, typer.Option("--no-input", help="Never ask a question.")], False),
}
_FORMATS = {
    "as_json": (Annotated[bool, typer.Option("--json", help="One JSON document.")], False),
    "as_jsonl": (Annotated[bool, typer.Option("--jsonl", help="One JSON line each.")], False),
    "as_csv": (Annotated[bool, typer.Option("--csv", help="Comma-separated rows.")], False),
    "as_tsv": (Annotated[bool, typer.Option("--tsv", help="Tab-separated rows.")], False),
    "as_markdown": (Annotated[bool, typer.Option("--markdown", help="A Markdown table.")], False),
    "as_parquet": (
        Annotated[
            bool, typer.Option("--parquet", help="Parquet, with the extra onrecord[parquet].")
        ],
        False,
    ),
    "excel_safe": (
        Annotated[
            bool, typer.Option("--excel-safe", help="With --csv or --tsv: no cell is a formula.")
        ],
        False,
    ),
}
_TARGET = {
    "output_file": (
        Annotated[
            str | None,
            typer.Option(
                "-o",
                "--output",
                metavar="FILE",
                help="Write here; the name's end can say the format.",
            ),
        ],
        None,
    ),
    "force": (
        Annotated[bool, typer.Option("--force", help="With -o: replace a file that is there.")],
        False,
    ),
}
SUFFIXES = {
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".md": Format.MARKDOWN,
    ".parquet": Format.PARQUET,
}
"""What the end of a file's name says."""
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", metavar="N", min=0, help="Rows to show; 0 for all. Default: 50 on a terminal."
    ),
]
Note = Annotated[str, typer.Option("--note", metavar="TEXT", help="Why, for the record.")]
SpeakerName = Annotated[str, typer.Argument(metavar="NAME", help="Name or id of the speaker.")]
Reviewer = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Your name. Default: $ONRECORD_REVIEWER, settings, login."),
]


def common(function: Function) -> Function:
    """Adds --store, --color, --debug and --no-input; a function with `where` gets the --store
    value."""
    wants = wants_where(function)

    def apply(values: dict[str, Any]) -> dict[str, Any]:
        store, color, debug, no_input = (values.pop(name) for name in _COMMON)
        if color not in ("auto", "always", "never"):
            raise UsageError(f"--color: {color!r} is none of auto, always, never")
        output.State.color = color
        diagnostics.State.debug, diagnostics.State.no_input = debug, no_input
        return {"where": store} if wants else {}

    return with_options(function, _COMMON, apply)


def formats(function: Function) -> Function:
    """Adds the machine formats, --excel-safe, -o and --force; the function gets `fmt`."""

    def apply(values: dict[str, Any]) -> dict[str, Any]:
        safe, target = values.pop("excel_safe"), _target(values)
        chosen = [
            Format(name.removeprefix("as_"))
            for name in _FORMATS
            if name in values and values.pop(name)
        ]
        if len(chosen) > 1:
            raise UsageError(f"--{chosen[0]} and --{chosen[1]} exclude each other; choose one")
        fmt = chosen[0] if chosen else _by_suffix(target)
        if safe and fmt not in (Format.CSV, Format.TSV):
            raise UsageError(
                "--excel-safe is for rows that a spreadsheet opens; add --csv or --tsv"
            )
        output.State.excel_safe = safe
        return {"fmt": fmt}

    return with_options(function, _FORMATS | _TARGET, apply)


def private(function: Function) -> Function:
    """Adds --with-private; the function gets `names`, which are said in
    the end."""
    option = typer.Option(
        "--with-private", help="Also who unnamed sources are, where a reviewer says so."
    )

    def apply(values: dict[str, Any]) -> dict[str, Any]:
        output.State.with_private = values.pop("ask_private")
        return {"names": PrivateNames(asked=output.State.with_private)}

    @wraps(function)
    def and_say(**values: Any) -> None:
        function(**values)
        values["names"].say()

    return with_options(and_say, {"ask_private": (Annotated[bool, option], False)}, apply)


def to_file(function: Function) -> Function:
    """Adds -o and --force alone; output goes where they say."""

    def apply(values: dict[str, Any]) -> dict[str, Any]:
        _target(values)
        return {}

    return with_options(function, _TARGET, apply)


def _target(values: dict[str, Any]) -> Target | None:
    """Where -o writes, None for standard output; raises UsageError on --force without it, and where
    nothing may be written."""
    path, force = values.pop("output_file"), values.pop("force")
    if force and (path is None or path == "-"):
        raise UsageError("--force replaces the file of -o; add -o FILE")
    output.State.target = None if path is None or path == "-" else Target(path, force=force)
    return output.State.target


def _by_suffix(target: Target | None) -> Format:
    return (
        SUFFIXES.get(PurePath(target.name).suffix.lower(), Format.HUMAN) if target else Format.HUMAN
    )
