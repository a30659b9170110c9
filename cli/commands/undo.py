"""`onrecord undo`: takes back a decision."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import output
from cli.options import Limit, Note, formats


@formats
def undo(
    where: str | None,
    fmt: output.Format,
    number: Annotated[
        int | None, typer.Argument(metavar="[NUMBER]", help="Which; the last one by default.")
    ] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="List the decisions in force instead.")
    ] = False,
    limit: Limit = None,
    note: Note = "",
) -> None:
    """\b
    Examples:
      onrecord undo
      onrecord undo --list
      onrecord undo 12

    Take back the last decision, or one by its number, with all that was decided in the same act. It
    stays on record
    and no longer counts. Your own latest act alone: `onrecord review --undo`.
    """
    from cli.jobs.open_store import open_for_reading
    from cli.jobs.speaker_decisions import decider
    from cli.rows import decision_row
    from cli.views.speakers import decisions_table, said_decision

    with open_for_reading(where) as store:
        if listed:
            found = store.decisions.in_force()[::-1]
            output.listing(
                fmt,
                "decisions",
                iter(found),
                lambda: len(found),
                limit,
                decision_row,
                decisions_table,
            )
            return
        taken = store.decisions.take_back(decider(), number, note)
        if fmt is output.Format.HUMAN:
            for one in taken:
                output.line(f"taken back: {said_decision(one)}")
        else:
            output.rows(fmt, "decisions", map(decision_row, taken))
