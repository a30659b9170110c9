"""`onrecord browse`: the store as a screen."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from claims.errors import UsageError
from cli.options import Reviewer


def browse(
    where: str | None,
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY]...", help="Filter words to begin with.")
    ] = None,
    reviewer: Reviewer = None,
) -> None:
    """\b
    Examples:
      onrecord browse
      onrecord browse speaker:Song status:unreviewed

    Read, check and correct claims on a full screen; ? shows the keys.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "browse needs a terminal; use `onrecord list` or `onrecord check` in a pipe"
        )
    from cli.browse.run import run_browser
    from cli.jobs.corroborate import bring_up_to_date
    from cli.jobs.open_store import open_for_reading
    from cli.query import check_words, parse_query
    from cli.reviewer import reviewer as name_of

    words = " ".join(query or [])
    check_words(parse_query(words))
    name = name_of(reviewer)
    with open_for_reading(where) as store:
        run_browser(store, query=words, reviewer=name, weigh=lambda: bring_up_to_date(store))
