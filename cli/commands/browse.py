"""`onrecord browse`: the store as a screen."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from claims.errors import UsageError
from cli.options import Reviewer

Draft = Annotated[
    str | None,
    typer.Option("--draft", metavar="FILE", help="Step through what `proof` finds in a draft."),
]


def browse(
    where: str | None,
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[QUERY]...", help="Filter words to begin with.")
    ] = None,
    draft: Draft = None,
    reviewer: Reviewer = None,
) -> None:
    """\b
    Examples:
      onrecord browse
      onrecord browse speaker:Song status:unreviewed
      onrecord browse --draft draft.docx

    Read, check and correct claims on a full screen; ? shows the keys. With --draft the query limits what
    counts as the record, and nothing is written but what you decide.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "browse needs a terminal; use `onrecord list` or `onrecord check` in a pipe"
        )
    _open(where, " ".join(query or []), draft, reviewer)


def _open(where: str | None, words: str, draft: str | None, reviewer: str | None) -> None:
    """Opens the screen on the store; on a draft that was looked up in it, where one is named."""
    from cli.browse.draft_source import drafts_to_browse
    from cli.browse.run import run_browser
    from cli.jobs.corroborate import bring_up_to_date
    from cli.jobs.open_store import open_for_reading
    from cli.query import check_words, parse_query
    from cli.reviewer import reviewer as name_of

    filters = parse_query(words)
    check_words(filters)
    name = name_of(reviewer)
    drafts = [] if draft is None else drafts_to_browse(where, filters, draft)
    with open_for_reading(where) as store:
        # A draft is looked up in the store as it is.
        weigh = None if drafts else lambda: bring_up_to_date(store)
        run_browser(store, query=words, reviewer=name, weigh=weigh, drafts=drafts)
