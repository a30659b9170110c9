"""`onrecord list`: claims by any filter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from cli import diagnostics, output
from cli.jobs.private import PrivateNames
from cli.options import Limit, MinConfidence, at_least, filtered, formats, private
from store.records import SORT_KEYS, Filters

if TYPE_CHECKING:
    from store import Store
    from store.records import ClaimRecord

Sort = Annotated[
    str,
    typer.Option("--sort", metavar="KEY", help=f"{', '.join(SORT_KEYS[:-1])} or {SORT_KEYS[-1]}."),
]
Reverse = Annotated[bool, typer.Option("--reverse", help="The other way round: latest first.")]


@filtered
@formats
@private
def list_claims(
    where: str | None,
    fmt: output.Format,
    filters: Filters,
    names: PrivateNames,
    sort: Sort = "date",
    reverse: Reverse = False,
    min_confidence: MinConfidence = None,
    limit: Limit = None,
) -> None:
    """\b
    Examples:
      onrecord list --speaker Song --since 2017-03
      onrecord list 'outlet:"Global Times" stance:deny' --csv > denials.csv
      onrecord list --sort confidence --reverse

    List claims, oldest article first; by confidence, the surest first.
    """
    from cli.jobs.open_store import open_for_reading
    from cli.jobs.speakers import narrate
    from cli.views.claims import claims_table

    filters = at_least(filters, min_confidence)
    with open_for_reading(where) as store:
        narrate(store, filters)
        claims = names.counted(_in_order(store, filters, sort, reverse))
        total = partial(store.claims.count, filters)
        output.listing(fmt, "claims", claims, total, limit, names.row, claims_table)
        if fmt is output.Format.HUMAN and output.on_terminal():
            _say_coverage(store, filters)


def _say_coverage(store: Store, filters: Filters) -> None:
    from cli.views.review import coverage_line

    diagnostics.note(coverage_line(store.claims.coverage(filters)))


def _in_order(store: Store, filters: Filters, key: str, reverse: bool) -> Iterator[ClaimRecord]:
    """The claims; the order of all lists needs no numbers first."""
    if key == "date" and not reverse:
        return iter(store.claims.select(filters))
    return iter(store.claims.sorted(filters, by=key, reverse=reverse))
