"""`onrecord add`: articles into the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.errors import UsageError
from cli import diagnostics, output
from cli.jobs.choice import Choice
from cli.reading_options import reads, takes_input
from cli.views.cells import counted
from store.database.location import shown

if TYPE_CHECKING:
    from cli.jobs.add import Outcome
    from store import Store
    from store.records import SaveResult

MAX_ARTICLES_LISTED = 20
"""Up to so many articles get a line each."""
SAVED = ("added", "unchanged", "updated", "edition", "redetected", "forgotten")
"""What saving can do, in the order in which it is counted."""
ALL_READ = "nothing to read again; every file of earlier runs was read"
BOTH = "--retry reads what earlier runs could not read; name no files with it"
Outlet = Annotated[
    str | None, typer.Option("--outlet", metavar="NAME", help="Publisher of all of them.")
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="Date of all of them, as 2017-03-27; with a time too, and in any form of ISO 8601.",
    ),
]

Again = Annotated[bool, typer.Option("--again", help="Take in what was forgotten, too.")]


MaybePaths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH...", help="Files, folders, patterns, addresses, or - for stdin."),
]
Retry = Annotated[
    bool, typer.Option("--retry", help="Read again what earlier runs could not read, nothing else.")
]


@reads
@takes_input
def add(
    where: str | None,
    choice: Choice,
    told: dict[str, Any],
    paths: MaybePaths = None,
    outlet: Outlet = None,
    published: Published = None,
    retry: Retry = False,
    again: Again = False,
) -> None:
    """\b
    Examples:
      onrecord add news/
      onrecord add page.html letter.eml press.pdf exports/*.DOCX https://gazette.example/feed.xml
      onrecord add table.csv --column text=story --outlet "Harbour Post" --model accurate
      onrecord add --retry

    Read articles and keep their claims. Unchanged ones are skipped; running it again is safe.
    """
    _check(paths, retry, published)
    from cli.jobs.add import add_paths
    from cli.jobs.open_store import open_for_writing
    from cli.jobs.retry import to_read_again

    with open_for_writing(where) as store:
        paths = paths or to_read_again(store)
        if not paths:
            return diagnostics.note(ALL_READ)
        told |= {"outlet": outlet, "published": published, "again": again}
        _end(store, add_paths(store, paths, choice=choice, **told), choice)


def _check(paths: list[str] | None, retry: bool, published: str | None) -> None:
    """Raises UsageError where nothing is named, something beside --retry, or no day on which news
    appeared."""
    if bool(paths) == retry:
        raise UsageError(BOTH if retry else "nothing to add; name files, folders or - for stdin")
    from cli.jobs.add import check_published

    check_published(published)


def _end(store: Store, outcome: Outcome, choice: Choice) -> None:
    """Says what was done, and weighs anew unless the user is in a hurry."""
    from cli.jobs.corroborate import bring_up_to_date

    _tell(outcome, store.location, choice)
    if diagnostics.State.worst != diagnostics.Exit.INTERRUPTED:
        bring_up_to_date(store, choice=choice)


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
    if counts["not English"]:
        parts.append(f"{counts['not English']:,} not English, kept unread")
    if outcome.passed_over:
        parts.append(f"{len(outcome.passed_over):,} no articles")
    diagnostics.note(
        f"{counted(counts['articles'], 'article')} ({', '.join(parts)}), {counted(counts['claims'], 'claim')}, "
        f"in {shown(location)}"
    )
    if counts["forgotten"]:
        diagnostics.note("what was forgotten stays so; `onrecord add --again` takes it in")
    if counts["left out"]:
        left = counted(counts["left out"], "claim")
        diagnostics.note(f"{left} of forgotten speakers left out; see `onrecord forget --lift`")
    if counts["unchanged"] and choice.model != Choice.model:
        diagnostics.note(
            f"what was read before keeps its claims; `onrecord redetect --model {choice.model}` reads it anew"
        )


def said(result: SaveResult) -> str:
    """What saving did, in words."""
    if result.status == "added":
        return f"added {counted(result.claims, 'claim')}"
    if result.status == "forgotten":
        return f"forgotten on {result.since}, not read again"
    if result.status in ("edition", "redetected"):
        return f"{result.status}: {result.kept:,} kept, {len(result.vanished):,} vanished"
    return result.status
