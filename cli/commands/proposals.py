"""`onrecord proposals`: names that may be one speaker."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.errors import UsageError
from cli import output
from cli.options import Limit, Note, formats


@formats
def proposals(
    where: str | None,
    fmt: output.Format,
    name: Annotated[str | None, typer.Argument(help="Those of one speaker.")] = None,
    accept: Annotated[
        list[str] | None, typer.Option("--accept", metavar="ID", help="They are one speaker.")
    ] = None,
    reject: Annotated[
        list[str] | None, typer.Option("--reject", metavar="ID", help="They are two.")
    ] = None,
    limit: Limit = None,
    note: Note = "",
) -> None:
    """\b
    Examples:
      onrecord proposals
      onrecord proposals --accept 3fa9c1 --reject 77ab01

    List pairs of speakers that may be one, with reasons, likeliest first; accept or reject them by
    id.
    """
    from cli.jobs import speaker_decisions
    from cli.jobs.open_store import open_for_reading
    from cli.jobs.speakers import only_speaker
    from cli.rows import proposal_row
    from cli.views.speakers import proposals_table

    if name and (accept or reject):
        raise UsageError(
            "a name lists proposals, --accept and --reject decide them; give one of the two"
        )
    with open_for_reading(where) as store:
        for ids, yes in ((accept or [], True), (reject or [], False)):
            for id in ids:
                output.line(speaker_decisions.decide(store, id, yes, note))
        if accept or reject:
            return
        found = store.speakers.proposals([only_speaker(store, name).id] if name else None)
        output.listing(
            fmt, "proposals", iter(found), lambda: len(found), limit, proposal_row, proposals_table
        )
