"""`onrecord pull`: what the watched feeds have new, into the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli import diagnostics, output
from cli.jobs.choice import Choice
from cli.jobs.web import Web
from cli.reading_options import asks_web, reads
from cli.views.cells import counted
from store.database.location import shown

if TYPE_CHECKING:
    from claims.fetch.web import Tally
    from cli.jobs.add import Outcome

Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="[NAME]...", help="Lists; all where none is named.", show_default=False),
]
Recheck = Annotated[
    bool,
    typer.Option(
        "--recheck", help="Ask the pages that feeds still list again, for later editions."
    ),
]


@reads
@asks_web
def pull(
    where: str | None,
    choice: Choice,
    web: Web,
    watch_lists: Names = None,
    recheck: Recheck = False,
) -> None:
    """\b
    Examples:
      onrecord pull
      onrecord pull harbour --model accurate
      onrecord pull --recheck

    Read what the watched feeds have new, host by host and politely; what did not change is not asked for again.
    """
    from cli.commands.add import MAX_ARTICLES_LISTED, SAVED, said
    from cli.jobs.corroborate import bring_up_to_date
    from cli.jobs.extract import name_passed_over
    from cli.jobs.open_store import open_for_writing
    from cli.jobs.watching import pull_lists

    with open_for_writing(where) as store:
        outcome, tally = pull_lists(store, watch_lists or [], web, choice, recheck=recheck)
        new = [(doc, result) for doc, result in outcome.results if result.status != "unchanged"]
        for doc, result in new[:MAX_ARTICLES_LISTED]:
            output.line(f"{said(result)}  {doc}")
        name_passed_over(outcome.passed_over, "; `onrecord runs --failures` names them all")
        diagnostics.note(_summary(outcome, tally, SAVED) + f", in {shown(store.location)}")
        if diagnostics.State.worst != diagnostics.Exit.INTERRUPTED:
            bring_up_to_date(store, choice=choice)


def _summary(outcome: Outcome, tally: Tally, saved: tuple[str, ...]) -> str:
    counts = outcome.counts
    parts = [f"{counts[status]:,} {status}" for status in saved if counts[status]]
    if tally.unchanged:
        parts.append(f"{tally.unchanged:,} not changed since")
    if outcome.failures:
        parts.append(f"{len(outcome.failures):,} failed")
    asked = f"{counted(tally.asked, 'address')} asked"
    return f"{asked}: {', '.join(parts) or 'nothing new'}, {counted(counts['claims'], 'claim')}"
