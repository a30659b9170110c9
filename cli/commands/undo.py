"""`onrecord undo`: takes back a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claims.errors import UsageError
from cli import output
from cli.options import Limit, Note, formats

if TYPE_CHECKING:
    from store import Store

Number = Annotated[
    int | None, typer.Argument(metavar="[NUMBER]", help="Which; the last one by default.")
]
Listed = Annotated[bool, typer.Option("--list", help="List the decisions in force instead.")]


Forgotten = Annotated[
    bool, typer.Option("--forget", help="Also take value, note and history out for good.")
]
Yes = Annotated[bool, typer.Option("--yes", help="With --forget: do not ask.")]


@formats
def undo(
    where: str | None,
    fmt: output.Format,
    number: Number = None,
    listed: Listed = False,
    limit: Limit = None,
    note: Note = "",
    forget: Forgotten = False,
    yes: Yes = False,
) -> None:
    """\b
    Examples:
      onrecord undo
      onrecord undo --list
      onrecord undo 12
      onrecord undo 12 --forget

    Take back the last decision, or one by its number, with all that was decided in the same act. It
    stays on record and no longer counts; with --forget nothing of it stays, as with `onrecord forget 12`. Your
    own latest act alone: `onrecord review --undo`.
    """
    from cli.jobs.open_store import open_for_reading

    with open_for_reading(where) as store:
        if listed:
            _list(store, fmt, limit)
        elif forget:
            _forget(store, number, fmt, yes=yes)
        else:
            _take_back(store, number, note, fmt)


def _forget(store: Store, number: int | None, fmt: output.Format, *, yes: bool) -> None:
    """The decision named, or the last one in force, whoever made it."""
    from cli.commands.forget import forget_things

    in_force = store.decisions.in_force() if number is None else []
    if number is None and not in_force:
        raise UsageError("no decision is in force; there is nothing to undo")
    wanted = number if number is not None else in_force[-1].id
    forget_things(store, [f"decision:{wanted}"], fmt, yes=yes, backups=False)


def _list(store: Store, fmt: output.Format, limit: int | None) -> None:
    from cli.rows.decisions import decision_row
    from cli.views.speakers import decisions_table

    newest_first = store.decisions.in_force()[::-1]
    output.listing(
        fmt,
        "decisions",
        iter(newest_first),
        lambda: len(newest_first),
        limit,
        decision_row,
        decisions_table,
    )


def _take_back(store: Store, number: int | None, note: str, fmt: output.Format) -> None:
    from cli.jobs.speaker_decisions import decider
    from cli.rows.decisions import decision_row
    from cli.views.speakers import said_decision

    taken_back = store.decisions.take_back(decider(), number, note)
    if fmt is output.Format.HUMAN:
        for decision in taken_back:
            output.line(f"taken back: {said_decision(decision)}")
    else:
        output.rows(fmt, "decisions", map(decision_row, taken_back))
