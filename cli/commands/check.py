"""`onrecord check`: which claims rest on a single source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from cli import diagnostics, output
from cli.filter_options import filtered, sure_enough
from cli.jobs.show_article import document_of_stored, show_stored, show_unread
from cli.options import Limit, formats
from store.records import Filters

if TYPE_CHECKING:
    from store import Store

Everything = Annotated[bool, typer.Option("--all", help="CORROBORATED and UNSTATED ones too.")]
Threshold = Annotated[
    int | None,
    typer.Option(
        "--threshold", metavar="N", min=1, help="List what may rest on fewer origins than this."
    ),
]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 when anything is listed.")]
Machine = Annotated[
    bool, typer.Option("--machine", help="Verdicts as they are without any decision of people.")
]


@filtered
@sure_enough
@formats
def check(
    where: str | None,
    fmt: output.Format,
    filters: Filters,
    limit: Limit = None,
    everything: Everything = False,
    threshold: Threshold = None,
    exit_code: ExitCode = False,
    machine: Machine = False,
) -> None:
    """\b
    Examples:
      onrecord check
      onrecord check 3fa9c1
      onrecord check morning/ferry.txt
      onrecord check --threshold 3 --jsonl
      onrecord check --machine

    List the claims that rest on a single source, unnamed sources first. With the ID of a claim or
    proposition: its evidence as a tree. With an article's id, name or path, or with a file: its
    text, and beside each sentence who vouches for it, what stands behind it and who is against it.
    A verdict that rests on a reviewer's decision says so; --machine lists verdicts without any.
    """
    listed = everything or machine or threshold is not None or limit is not None
    everything = everything or fmt is not output.Format.HUMAN
    shown = _check(where, Asked(filters, everything, threshold, limit, listed, machine), fmt)
    if shown and exit_code:
        diagnostics.record(diagnostics.Exit.FOUND)


class Asked(NamedTuple):
    """What was asked of the store: which propositions, how many, and whether as a list."""

    filters: Filters
    everything: bool
    threshold: int | None
    limit: int | None
    listed: bool
    machine: bool


def _check(where: str | None, asked: Asked, fmt: output.Format) -> int:
    """A file that is in no store, or what the store holds; how many rows were shown."""
    from cli.jobs.unread_file import unread_file

    path = unread_file(where, asked.filters)
    if path is None:
        return _show_stored(where, asked, fmt)
    return show_unread(path, asked.filters.min_confidence, fmt, asked.limit, listed=asked.listed)


def _show_stored(where: str | None, asked: Asked, fmt: output.Format) -> int:
    from cli.jobs.open_store import open_for_reading

    with open_for_reading(where) as store:
        _prepare(store, asked.filters)
        return _show(store, asked, fmt)


def _prepare(store: Store, filters: Filters) -> None:
    """Weighs what waits, and says which name nobody has."""
    from cli.jobs.corroborate import bring_up_to_date
    from cli.jobs.speakers import say_unknown

    bring_up_to_date(store)
    say_unknown(store, filters)


def _show(store: Store, asked: Asked, fmt: output.Format) -> int:
    """An article as it is read, one proposition, or the list of them; how many were shown."""
    from cli.jobs.read_article import asked_article, is_alone
    from cli.jobs.show_verdicts import one_of, show_list, show_machine_list, show_one
    from cli.jobs.verdicts import asked_for, check_is_word, details

    filters, article = asked.filters, asked_article(store, asked.filters)
    one = one_of(store, machine=asked.machine)
    if article is None and (found := details(filters, one)) is not None:
        return show_one(found, fmt, asked.limit)
    if article is None:
        check_is_word(filters)
    else:
        filters = replace(filters, text=(), article=article.id)
    wanted = asked_for(filters, asked.everything, asked.threshold)
    if article is not None and is_alone(asked.filters):
        if fmt is output.Format.JSON and not asked.machine:
            return document_of_stored(store, article, wanted, asked.threshold)
        if fmt is output.Format.HUMAN and not asked.listed:
            return show_stored(store, article, wanted)
    show = show_machine_list if asked.machine else show_list
    return show(store, wanted, asked.threshold, fmt, asked.limit)
