"""`onrecord proposals`: names that may be one speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claims.errors import UsageError
from cli import output
from cli.options import Limit, Note, formats

if TYPE_CHECKING:
    from store import Store

Name = Annotated[str | None, typer.Argument(metavar="[NAME]", help="Those of one speaker.")]
Accepted = Annotated[
    list[str] | None, typer.Option("--accept", metavar="ID", help="They are one speaker.")
]
Rejected = Annotated[list[str] | None, typer.Option("--reject", metavar="ID", help="They are two.")]


@formats
def proposals(
    where: str | None,
    fmt: output.Format,
    name: Name = None,
    accept: Accepted = None,
    reject: Rejected = None,
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
    from cli.jobs.open_store import open_for_reading

    if name and (accept or reject):
        raise UsageError(
            "a name lists proposals, --accept and --reject decide them; give one of the two"
        )
    with open_for_reading(where) as store:
        if accept or reject:
            _decide(store, accept or [], reject or [], note)
        else:
            _list(store, name, fmt, limit)


def _decide(store: Store, accepted: list[str], rejected: list[str], note: str) -> None:
    from cli.jobs import speaker_decisions

    for ids, is_one in ((accepted, True), (rejected, False)):
        for id in ids:
            output.line(speaker_decisions.decide(store, id, is_one, note))


def _list(store: Store, name: str | None, fmt: output.Format, limit: int | None) -> None:
    from cli.jobs.speakers import only_speaker
    from cli.rows.speakers import proposal_row
    from cli.views.speakers import proposals_table

    pairs = store.speakers.proposals([only_speaker(store, name).id] if name else None)
    output.listing(
        fmt, "proposals", iter(pairs), lambda: len(pairs), limit, proposal_row, proposals_table
    )
