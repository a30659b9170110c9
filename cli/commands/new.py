"""`onrecord new`: claims that were not seen before."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from claims.errors import UsageError
from cli import diagnostics, output, query
from cli.filter_options import filtered, sure_enough
from cli.jobs.private import PrivateNames
from cli.options import Reviewer, formats, private
from store.records import Filters

if TYPE_CHECKING:
    from store import Store
    from store.records import ClaimRecord

ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 when anything is new.")]
Peek = Annotated[
    bool, typer.Option("--peek", help="Leave them new: the next run prints them again.")
]
Skip = Annotated[bool, typer.Option("--skip", help="Print none, and take all as seen.")]
Mail = Annotated[bool, typer.Option("--mail", help="As a message, ready to be sent.")]
To = Annotated[
    list[str] | None, typer.Option("--to", metavar="ADDRESS", help="With --mail: whom it is for.")
]


@filtered
@sure_enough
@formats
@private
def new(
    where: str | None,
    fmt: output.Format,
    filters: Filters,
    names: PrivateNames,
    reader: Reviewer = None,
    exit_code: ExitCode = False,
    peek: Peek = False,
    skip: Skip = False,
    mail: Mail = False,
    to: To = None,
) -> None:
    """\b
    Examples:
      onrecord new
      onrecord new speaker:Marrant --reader desk --jsonl
      onrecord new --mail --to desk@gazette.example | sendmail -t
      onrecord new --skip

    List the claims that were not seen before: each reader and query has its own mark.
    """
    _check(fmt, mail, to, peek, skip)
    wanted = _Wanted(reader, fmt, to or [] if mail else None, peek, skip)
    if _show(where, filters, names, wanted) and exit_code and not skip:
        diagnostics.record(diagnostics.Exit.FOUND)


@dataclass(frozen=True)
class _Wanted:
    """For whom it is, and how."""

    reader: str | None
    fmt: output.Format
    to: list[str] | None
    """Whom a message is for; None for a list."""
    peek: bool
    skip: bool


def _show(where: str | None, filters: Filters, names: PrivateNames, wanted: _Wanted) -> int:
    """Prints what is new and moves the mark; how many there were."""
    from cli.jobs.open_store import open_for_reading, open_to_hand_on
    from cli.reviewer import reviewer

    opened = open_for_reading if wanted.to is None else open_to_hand_on
    with opened(where) as store:
        mark = store.watching.unseen(reviewer(wanted.reader), _spelled(filters))
        every = replace(filters, numbered=(mark.after, mark.until))
        unseen = query.for_people(every) if wanted.fmt is output.Format.HUMAN else every
        count = store.claims.count(unseen)
        if wanted.skip:
            taken = store.claims.count(every)
            diagnostics.note(f"{taken:,} taken as seen{output.State.filters}")
        else:
            _print(store, unseen, count, names, wanted.fmt, wanted.to)
            output.flush()
            _say_left_out(store.claims.count(every) - count, any_shown=count > 0)
        # Only now: what nobody could read is not seen.
        if not wanted.peek:
            store.watching.mark_seen(mark)
    return count


def _say_left_out(count: int, *, any_shown: bool) -> None:
    """How many of the new claims claim nothing; where nothing else is new, only to somebody who looks on."""
    from cli.jobs.left_out import say_left_out

    if any_shown or sys.stderr.isatty():
        say_left_out(count, "claim", "`onrecord list --saying none` shows such")


def _check(fmt: output.Format, mail: bool, to: list[str] | None, peek: bool, skip: bool) -> None:
    """Raises UsageError on options that exclude each other."""
    if to and not mail:
        raise UsageError("--to is for a message; add --mail")
    if mail and fmt is not output.Format.HUMAN:
        raise UsageError(f"--mail and --{fmt} exclude each other; choose one")
    if peek and skip:
        raise UsageError("--peek and --skip exclude each other; choose one")


def _spelled(filters: Filters) -> str:
    """The query under which a mark is kept."""
    sure = filters.min_confidence
    return query.spell(filters) + (f" confidence>={sure:g}" if sure is not None else "")


def _print(
    store: Store,
    unseen: Filters,
    count: int,
    names: PrivateNames,
    fmt: output.Format,
    to: list[str] | None,
) -> None:
    """The claims, as a list or as a message to somebody; nothing at all where there are none, for whoever
    runs this by the clock is sent what it says."""
    from cli.views.claims import claims_table
    from cli.views.mail import message

    claims: Iterator[ClaimRecord] = names.counted(store.claims.select(unseen))
    if to is not None:
        if count:
            output.pieces([message(list(claims), to, output.State.filters)])
    elif count or fmt is not output.Format.HUMAN:
        total = partial(store.claims.count, unseen)
        output.listing(fmt, "claims", claims, total, 0, names.row, claims_table)
    elif sys.stderr.isatty():
        diagnostics.note(f"nothing new{output.State.filters}")
