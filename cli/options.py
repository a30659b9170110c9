"""Options that commands share, added by decorators so that one flag means the same everywhere; no
commands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import wraps
from pathlib import PurePath
from typing import Annotated, Any

import typer

from claims.errors import UsageError
from claims.rules.vocabulary import KINDS, LABELS, STANCES, STATUSES
from cli import diagnostics, output, query
from cli.files import Target
from cli.jobs.private import PrivateNames
from cli.option_groups import Function, Group, wants_where, with_options
from cli.output import Format
from store.records import Filters

_STORE = "The store: a file or a database URL. Default: $ONRECORD_STORE, else see `onrecord where`."
_QUERY = "Words, or tokens such as speaker:Song since:2017-03."
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


def _either(members: Sequence[str]) -> str:
    return f"{', '.join(members[:-1])} or {members[-1]}"


_HELP = {
    "speaker": "Whole words of a speaker's name or alias.",
    "outlet": "Publisher.",
    "since": "2017, 2017-03 or 2017-03-27.",
    "until": "Last year, month or day.",
    "kind": f"{_either(KINDS)}.",
    "stance": f"{', '.join(STANCES)}.",
    "status": f"{_either(STATUSES)}; reviewed for all but the first.",
    "label": f"{', '.join(LABELS)}, UNNAMED (single, no name) or CONTESTED.",
}
_ONCE = ("since", "until")
"""Filter words of which the last one counts."""
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit", metavar="N", min=0, help="Rows to show; 0 for all. Default: 50 on a terminal."
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        "--min-confidence", metavar="P", help="Leave out claims less likely read rightly, 0 to 1."
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


def filtered(function: Function) -> Function:
    """Adds the filter words as options and as tokens of a query; the function gets `filters`, said
    with counts."""

    def apply(values: dict[str, Any]) -> dict[str, Any]:
        filters = _filters(values)
        query.check_words(filters)
        spelled = query.spell(filters)
        output.State.filters = f" ({spelled})" if spelled else ""
        return {"filters": filters}

    return with_options(function, _filter_words(), apply)


def at_least(filters: Filters, confidence: float | None) -> Filters:
    """The filters for claims of at least that confidence, said with counts; raises UsageError where
    it is none."""
    if confidence is None:
        return filters
    if not 0 <= confidence <= 1:
        raise UsageError(f"--min-confidence: {confidence} is not between 0 and 1")
    spelled = query.spell(filters)
    output.State.filters = f" ({f'{spelled}, ' if spelled else ''}confidence from {confidence:g})"
    return replace(filters, min_confidence=confidence)


def _filter_words() -> Group:
    tokens = typer.Argument(metavar="[QUERY]...", help=_QUERY, show_default=False)
    group: Group = {"tokens": (Annotated[list[str] | None, tokens], None)}
    for word in query.WORDS:
        option = typer.Option(f"--{word}", help=_HELP[word], metavar="VALUE")
        once, often = Annotated[str | None, option], Annotated[list[str] | None, option]
        group[word] = (once if word in _ONCE else often, None)
    return group


def _filters(values: dict[str, Any]) -> Filters:
    filters = Filters()
    for token in values.pop("tokens") or []:
        filters = query.parse_query(token if ":" in token else [token], filters)
    for word in query.WORDS:
        value = values.pop(word)
        for each in [value] if isinstance(value, str) else value or []:
            filters = query.add(filters, word, each)
    return filters
