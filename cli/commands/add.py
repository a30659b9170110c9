"""`onrecord add`: articles into the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claims.errors import UsageError
from cli import diagnostics, output
from cli.jobs.pipelines import Choice
from cli.options import reads
from cli.views.cells import counted

if TYPE_CHECKING:
    from store.records import SaveResult

FEW = 20
"""Up to so many articles get a line each."""


@reads
def add(
    where: str | None,
    choice: Choice,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for stdin.")
    ],
    outlet: Annotated[
        str | None, typer.Option("--outlet", help="Publisher of all of them.")
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", help="Date of all of them, as 2017-03-27.")
    ] = None,
    encoding: Annotated[str, typer.Option("--encoding", help="Encoding of text files.")] = "utf-8",
) -> None:
    """\b
    Examples:
      onrecord add news/
      onrecord add article.txt --outlet "Harbour Post" --published 2026-03-01
      onrecord add archive/ --model accurate --jobs 4

    Read articles and keep their claims. Unchanged ones are skipped; running it again is safe.
    """
    if not paths:
        raise UsageError("nothing to add; name files, folders or - for stdin")
    from cli.jobs.add import add_paths
    from cli.jobs.corroborate import bring_up_to_date
    from cli.jobs.open_store import open_for_writing

    with open_for_writing(where) as store:
        outcome = add_paths(
            store, paths, encoding=encoding, outlet=outlet, published=published, choice=choice
        )
        if len(outcome.results) <= FEW:
            for doc, result in outcome.results:
                output.line(f"{said(result)}  {doc}")
        counts = outcome.counts
        parts = [
            f"{counts[status]:,} {status}"
            for status in ("added", "unchanged", "updated", "edition", "redetected")
            if counts[status]
        ]
        if outcome.failures:
            parts.append(f"{len(outcome.failures):,} unreadable")
        diagnostics.note(
            f"{counted(counts['articles'], 'article')} ({', '.join(parts)}), {counted(counts['claims'], 'claim')}, "
            f"in {store.location}"
        )
        if counts["unchanged"] and choice.model != Choice.model:
            diagnostics.note(
                f"what was read before keeps its claims; `onrecord redetect --model {choice.model}` reads it anew"
            )
        if diagnostics.State.worst != diagnostics.Exit.INTERRUPTED:
            bring_up_to_date(store)


def said(result: SaveResult) -> str:
    """What saving did, in words."""
    if result.status == "added":
        return f"added {counted(result.claims, 'claim')}"
    if result.status in ("edition", "redetected"):
        return f"{result.status}: {result.kept:,} kept, {len(result.vanished):,} vanished"
    return result.status
