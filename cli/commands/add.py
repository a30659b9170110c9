"""`onrecord add`: articles into the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.errors import UsageError
from cli import diagnostics, output
from cli.jobs.pipelines import Choice
from cli.reading_options import Paths, reads, takes_input
from cli.views.cells import counted
from store.database.location import shown

if TYPE_CHECKING:
    from cli.jobs.add import Outcome
    from store.records import SaveResult

MAX_ARTICLES_LISTED = 20
"""Up to so many articles get a line each."""
SAVED = ("added", "unchanged", "updated", "edition", "redetected")
"""What saving can do, in the order in which it is counted."""
Outlet = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Publisher of all of them.")
]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="Date of all of them, as 2017-03-27."),
]


@reads
@takes_input
def add(
    where: str | None,
    choice: Choice,
    told: dict[str, Any],
    paths: Paths,
    outlet: Outlet = None,
    published: Published = None,
) -> None:
    """\b
    Examples:
      onrecord add news/
      onrecord add page.html feed.xml letter.eml press.pdf
      onrecord add table.csv --column text=story
      onrecord add article.txt --outlet "Harbour Post" --published 2026-03-01
      onrecord add archive/ --model accurate --jobs 4

    Read articles and keep their claims. Unchanged ones are skipped; running it again is safe.
    """
    if not paths:
        raise UsageError("nothing to add; name files, folders or - for stdin")
    from cli.jobs.add import add_paths, check_published
    from cli.jobs.corroborate import bring_up_to_date
    from cli.jobs.open_store import open_for_writing

    check_published(published)
    with open_for_writing(where) as store:
        outcome = add_paths(store, paths, outlet=outlet, published=published, choice=choice, **told)
        _tell(outcome, store.location, choice)
        if diagnostics.State.worst != diagnostics.Exit.INTERRUPTED:
            bring_up_to_date(store)


def _tell(outcome: Outcome, location: str, choice: Choice) -> None:
    """A line an article where they are few, and on stderr how many there were."""
    if len(outcome.results) <= MAX_ARTICLES_LISTED:
        for doc, result in outcome.results:
            output.line(f"{said(result)}  {doc}")
    counts = outcome.counts
    parts = [f"{counts[status]:,} {status}" for status in SAVED if counts[status]]
    from cli.jobs.extract import name_passed_over

    name_passed_over(outcome.passed_over, "; `onrecord runs --failures` names them all")
    if outcome.failures:
        parts.append(f"{len(outcome.failures):,} unreadable")
    if outcome.passed_over:
        parts.append(f"{len(outcome.passed_over):,} no articles")
    diagnostics.note(
        f"{counted(counts['articles'], 'article')} ({', '.join(parts)}), {counted(counts['claims'], 'claim')}, "
        f"in {shown(location)}"
    )
    if counts["unchanged"] and choice.model != Choice.model:
        diagnostics.note(
            f"what was read before keeps its claims; `onrecord redetect --model {choice.model}` reads it anew"
        )


def said(result: SaveResult) -> str:
    """What saving did, in words."""
    if result.status == "added":
        return f"added {counted(result.claims, 'claim')}"
    if result.status in ("edition", "redetected"):
        return f"{result.status}: {result.kept:,} kept, {len(result.vanished):,} vanished"
    return result.status
