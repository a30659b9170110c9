"""Options of the commands that read articles; those of all commands stand in options.py."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from claims.errors import UsageError
from cli.jobs.choice import Choice
from cli.jobs.web import Web
from cli.option_groups import Function, Group, with_options

_READING: Group = {
    "model": (
        Annotated[
            str,
            typer.Option(
                "--model",
                metavar="MODEL",
                help="fast, accurate, or the folder of a detector of your own.",
            ),
        ],
        "fast",
    ),
    "min_confidence": (
        Annotated[
            float,
            typer.Option(
                "--min-confidence", metavar="P", help="Leave out claims less likely, 0 to 1."
            ),
        ],
        0.0,
    ),
    "jobs": (
        Annotated[
            int,
            typer.Option(
                "--jobs", metavar="N", help="Processes that read side by side, and help to weigh."
            ),
        ],
        1,
    ),
    "cluster": (
        Annotated[
            str | None,
            typer.Option(
                "--cluster",
                metavar="ADDRESS",
                help="Read on the workers of a Dask cluster, as tcp://HOST:8786.",
            ),
        ],
        None,
    ),
    "time_limit": (
        Annotated[
            float | None,
            typer.Option(
                "--time-limit",
                metavar="SECONDS",
                help="For one article, which is left out after it; with several processes 300.",
            ),
        ],
        None,
    ),
    "spacy_model": (
        Annotated[
            str | None,
            typer.Option("--spacy-model", metavar="NAME", help="A larger spaCy model, by name."),
        ],
        None,
    ),
}
Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders, patterns, addresses, or - for stdin."),
]
_INPUT: Group = {
    "encoding": (
        Annotated[str, typer.Option("--encoding", metavar="NAME", help="Encoding of text files.")],
        "utf-8",
    ),
    "as_format": (
        Annotated[
            str | None,
            typer.Option(
                "--as",
                metavar="FORMAT",
                help="What all input is, where its content would say otherwise.",
            ),
        ],
        None,
    ),
    "column": (
        Annotated[
            list[str] | None,
            typer.Option(
                "--column",
                metavar="KEY=NAME",
                help="A table's column, as text=story; may be repeated.",
            ),
        ],
        None,
    ),
}


_WEB: Group = {
    "research": (
        Annotated[
            bool,
            typer.Option(
                "--research",
                help="Read what its publisher reserves from mining: your ground is scientific research.",
            ),
        ],
        False,
    ),
    "allow_private": (
        Annotated[
            bool, typer.Option("--allow-private", help="Also ask hosts of your own network.")
        ],
        False,
    ),
    "delay": (
        Annotated[
            float,
            typer.Option(
                "--delay", metavar="SECONDS", help="Between two requests to one host, at least."
            ),
        ],
        1.0,
    ),
}
_FETCH: Group = {
    "fetch": (
        Annotated[
            bool,
            typer.Option(
                "--fetch", help="Also ask the addresses that feeds, tables and lists in files hold."
            ),
        ],
        False,
    ),
}


def takes_input(function: Function) -> Function:
    """Adds --encoding, --as, --column, --fetch and what holds for the network; the function gets `told`,
    as `claims.read.read_paths` takes it; raises UsageError for a format or a key that is not known."""

    def apply(values: dict[str, Any]) -> dict[str, Any]:
        told = _told(*(values.pop(name) for name in _INPUT))
        return {"told": told | {"fetching": values.pop("fetch"), "web": _web(values)}}

    return with_options(function, {**_INPUT, **_FETCH, **_WEB}, apply)


def asks_web(function: Function) -> Function:
    """Adds --research, --allow-private and --delay; the function gets `web`."""
    return with_options(function, _WEB, lambda values: {"web": _web(values)})


def _web(values: dict[str, Any]) -> Web:
    return Web(values.pop("research"), values.pop("allow_private"), values.pop("delay"))


def _told(encoding: str, as_format: str | None, columns: list[str] | None) -> dict[str, Any]:
    """What is told of the input; raises UsageError."""
    from claims.read import COLUMN_KEYS, FORMATS

    if as_format is not None and as_format not in FORMATS:
        raise UsageError(f"--as: {as_format!r} is none of {', '.join(FORMATS)}")
    chosen: dict[str, str] = {}
    for pair in columns or ():
        key, equals, name = pair.partition("=")
        if not (equals and name) or key not in COLUMN_KEYS:
            known = ", ".join(COLUMN_KEYS)
            raise UsageError(f"--column: {pair!r} is no KEY=NAME with a key of {known}")
        chosen[key] = name
    return {"encoding": encoding, "format": as_format, "columns": chosen}


def reads(function: Function) -> Function:
    """Adds --model, --min-confidence, --jobs, --cluster, --time-limit and --spacy-model; the function gets `choice`."""

    def apply(values: dict[str, Any]) -> dict[str, Any]:
        return {"choice": Choice(**{name: values.pop(name) for name in _READING})}

    return with_options(function, _READING, apply)
