"""`onrecord merge`: two speakers that are one."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import output
from cli.options import Note


def merge(
    where: str | None,
    a: Annotated[
        str,
        typer.Argument(metavar="A", help="Name or id of the speaker that goes under the other."),
    ],
    b: Annotated[
        str, typer.Argument(metavar="B", help="Name or id of the speaker whose name is shown.")
    ],
    note: Note = "",
) -> None:
    """\b
    Examples:
      onrecord merge "Q. J. Bajwa" "Qamar Javed Bajwa"
      onrecord merge Bajwa 3fa9c1d2 --note "same interview"

    Say that two speakers are one. No re-run overrules it; `onrecord undo` takes it back.
    """
    from cli.jobs import speaker_decisions
    from cli.jobs.open_store import open_for_reading

    with open_for_reading(where) as store:
        output.line(speaker_decisions.merge(store, a, b, note))
