"""`onrecord list`: claims by any filter."""

from __future__ import annotations

from cli import diagnostics, output
from cli.options import Limit, filtered, formats
from store.records import Filters


@filtered
@formats
def list_claims(
    where: str | None, fmt: output.Format, filters: Filters, limit: Limit = None
) -> None:
    """\b
    Examples:
      onrecord list --speaker Song --since 2017-03
      onrecord list 'outlet:"Global Times" stance:deny' --csv > denials.csv

    List claims, oldest article first.
    """
    from cli.jobs.open_store import open_for_reading
    from cli.jobs.speakers import narrate
    from cli.rows import claim_row
    from cli.views.claims import claims_table
    from cli.views.review import coverage_line

    with open_for_reading(where) as store:
        narrate(store, filters)
        output.listing(
            fmt,
            "claims",
            iter(store.claims.select(filters)),
            lambda: store.claims.count(filters),
            limit,
            claim_row,
            claims_table,
        )
        if fmt is output.Format.HUMAN and output.on_terminal():
            diagnostics.note(coverage_line(store.claims.coverage(filters)))
