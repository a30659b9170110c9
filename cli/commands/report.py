"""`onrecord report`: a page to hand on."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from claims.errors import UsageError
from cli import diagnostics, output
from cli.filter_options import filtered
from cli.jobs.private import PrivateNames
from cli.options import private, to_file
from store.records import Filters

PageLimit = Annotated[
    int,
    typer.Option(
        "--limit", metavar="N", min=0, help="Propositions and claims on the page; 0 for all."
    ),
]

Accusations = Annotated[
    bool, typer.Option("--with-accusations", help="Accusations that nobody reviewed too.")
]


@filtered
@to_file
@private
def report(
    where: str | None, filters: Filters, names: PrivateNames, limit: PageLimit = 200,
    with_accusations: Accusations = False,
) -> None:  # fmt: skip
    """\b
    Examples:
      onrecord report 3fa9c1 -o claim.html
      onrecord report --speaker "Song Zhongping" -o song.html
      onrecord report label:SINGLE since:2017 -o single.html

    Write one HTML page of a claim, a speaker or a check: evidence in context, chain, tree, timeline
    and method.
    """
    from cli.jobs.corroborate import bring_up_to_date
    from cli.jobs.open_store import open_to_hand_on
    from cli.jobs.report import report as gather
    from cli.paths import version
    from cli.report.page import render

    if output.on_terminal():
        raise UsageError("a report is a page; name a file with -o FILE.html, or pipe it on")
    with open_to_hand_on(where, filters) as store:
        bring_up_to_date(store)
        page = gather(
            store, filters, limit, datetime.now(UTC), version(), names, accusations=with_accusations
        )
    output.pieces([render(page)])
    output.written(len(page.claims), "claims")
    if page.cut:
        diagnostics.note(f"{page.cut} --limit 0 for all")
