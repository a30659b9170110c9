"""`onrecord check`: which claims rest on a single source."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import diagnostics, output
from cli.options import Limit, filtered, formats


@filtered
@formats
def check(
    where: str | None,
    fmt: output.Format,
    filters: object,
    limit: Limit = None,
    everything: Annotated[bool, typer.Option("--all", help="CORROBORATED ones too.")] = False,
    threshold: Annotated[
        int | None,
        typer.Option("--threshold", min=1, help="List what may rest on fewer origins than this."),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 when anything is listed.")
    ] = False,
) -> None:
    """\b
    Examples:
      onrecord check
      onrecord check 3fa9c1
      onrecord check morning/ferry.txt
      onrecord check --threshold 3 --jsonl

    List the claims that rest on a single source, unnamed sources first. With the ID of a claim or
    proposition:
    its evidence as a tree. With the doc of an article: what stands in it.
    """
    from cli.jobs.corroborate import bring_up_to_date
    from cli.jobs.open_store import open_for_reading
    from cli.jobs.verdicts import about_article, asked_for, details
    from cli.rows import verdict_row
    from cli.views.evidence import evidence_tree
    from cli.views.verdicts import check_table
    from store.records import Filters

    assert isinstance(filters, Filters)
    with open_for_reading(where) as store:
        bring_up_to_date(store)
        filters = about_article(store, filters)
        one = details(store, filters)
        wanted = asked_for(filters, everything or fmt is not output.Format.HUMAN, threshold)
        found = iter([one]) if one else store.propositions.select(wanted, below=threshold)
        if one and fmt is output.Format.HUMAN:
            output.show(evidence_tree(one, store.propositions.conflicts(one.id)))
            listed = 1
        else:
            total = (
                (lambda: 1) if one else (lambda: store.propositions.count(wanted, below=threshold))
            )
            listed = output.listing(
                fmt, "propositions", found, total, limit, verdict_row, check_table
            )
        if exit_code and listed:
            diagnostics.record(diagnostics.Exit.FOUND)
