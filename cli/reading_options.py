"""Options of the commands that read articles; those of all commands stand in options.py."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from cli.jobs.pipelines import Choice
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
            int, typer.Option("--jobs", metavar="N", help="Processes that read side by side.")
        ],
        1,
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
    list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for stdin.")
]
Encoding = Annotated[
    str, typer.Option("--encoding", metavar="NAME", help="Encoding of text files.")
]


def reads(function: Function) -> Function:
    """Adds --model, --min-confidence, --jobs and --spacy-model; the function gets `choice`."""

    def apply(values: dict[str, Any]) -> dict[str, Any]:
        return {"choice": Choice(**{name: values.pop(name) for name in _READING})}

    return with_options(function, _READING, apply)
