"""`onrecord list`: claims by any filter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from cli import diagnostics, output
from cli.filter_options import filtered, sure_enough
from cli.jobs.private import PrivateNames
from cli.options import Limit, formats, private
from cli.query import for_people
from store.records import SORT_KEYS, Filters

if TYPE_CHECKING:
    from store import Store
    from store.records import ClaimRecord

Sort = Annotated[
    str | None,
    typer.Option("--sort", metavar="KEY", help=f"{', '.join(SORT_KEYS[:-1])} or {SORT_KEYS[-1]}."),
]
_USUAL_ORDER = {True: "saying", False: "date"}
"""Of a table that people read, and of data."""
Reverse = Annotated[bool, typer.Option("--reverse", help="The other way round: latest first.")]


@filtered
@sure_enough
@formats
@private
def list_claims(
    where: str | None,
    fmt: output.Format,
    filters: Filters,
    names: PrivateNames,
    sort: Sort = None,
    reverse: Reverse = False,
    limit: Limit = None,
) -> None:
    """\b
    Examples:
      onrecord list --speaker Song --since 2017-03
      onrecord list 'outlet:"Global Times" stance:deny' --csv > denials.csv
      onrecord list --sort confidence --reverse
      onrecord list --saying intention --saying demand

    List claims. A table has statements first, then attitudes, intentions and demands, of each the
    oldest article first, and leaves out what claims nothing, which --saying any shows; data hold all,
    oldest article first.
    """
    from cli.jobs.open_store import open_for_reading
    from cli.jobs.speakers import narrate

    people = fmt is output.Format.HUMAN
    with open_for_reading(where) as store:
        narrate(store, filters)
        listed = for_people(filters) if people else filters
        order = sort or _USUAL_ORDER[people], reverse
        _show(store, listed, names, order, fmt, limit)
        _say_left_out(store, filters, listed, people=people)


def _show(
    store: Store, listed: Filters, names: PrivateNames, order: tuple[str, bool],
    fmt: output.Format, limit: int | None,
) -> None:  # fmt: skip
    from cli.views.claims import claims_table

    found = _in_order(store, listed, *order, output.most_rows(fmt, limit))
    total = partial(store.claims.count, listed)
    output.listing(fmt, "claims", names.counted(found), total, limit, names.row, claims_table)


def _say_left_out(store: Store, filters: Filters, listed: Filters, *, people: bool) -> None:
    """How many claims the table leaves out, and on a terminal how far review has come."""
    from cli.jobs.left_out import say_left_out
    from cli.views.review import coverage_line

    if listed.said:
        say_left_out(store.claims.count(filters) - store.claims.count(listed), "claim")
    if people and output.on_terminal():
        diagnostics.note(coverage_line(store.claims.coverage(listed)))


def _in_order(
    store: Store, filters: Filters, key: str, reverse: bool, limit: int | None
) -> Iterator[ClaimRecord]:
    """The claims; the order of all lists needs no numbers first."""
    if key == "date" and not reverse:
        return iter(store.claims.select(filters, limit=limit))
    return iter(store.claims.sorted(filters, by=key, reverse=reverse, limit=limit))
