"""`onrecord role`: a dated office of a speaker."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import output
from cli.options import Note


def role(
    where: str | None,
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="Name or id of the speaker; a new name is entered."),
    ],
    office: Annotated[
        str, typer.Argument(metavar="OFFICE", help="The office, as articles write it.")
    ],
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="First day, month or year.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Last day, month or year.")
    ] = None,
    note: Note = "",
) -> None:
    """\b
    Examples:
      onrecord role "Qamar Javed Bajwa" "army chief of Pakistan" --from 2016-11-29 --to 2022-11-29
      onrecord role "Ilse Marrant" "finance minister" --from 2025

    Say who held an office when, so that "the army chief" counts as the holder's on the article's
    date.
    """
    from cli.jobs import speaker_decisions
    from cli.jobs.open_store import open_for_writing

    with open_for_writing(where) as store:
        output.line(speaker_decisions.role(store, name, office, since, until, note))
