"""`onrecord alias`: another name of a speaker."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import output
from cli.options import Note, SpeakerName


def alias(
    where: str | None,
    name: SpeakerName,
    other: Annotated[
        str, typer.Argument(metavar="ALIAS", help="Another name that the speaker goes by.")
    ],
    note: Note = "",
) -> None:
    """\b
    Examples:
      onrecord alias "Ilse Marrant" "the Iron Treasurer"
      onrecord alias FBI "the Bureau"

    Enter a name that a speaker goes by; claims under it count as the speaker's.
    """
    from cli.jobs import speaker_decisions
    from cli.jobs.open_store import open_for_reading

    with open_for_reading(where) as store:
        output.line(speaker_decisions.alias(store, name, other, note))
