"""`onrecord check`: which claims rest on a single source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cli import diagnostics, output
from cli.options import Limit, MinConfidence, at_least, filtered, formats
from store.records import Filters

if TYPE_CHECKING:
    from store import Store
    from store.records import VerdictRecord

Everything = Annotated[bool, typer.Option("--all", help="CORROBORATED ones too.")]
Threshold = Annotated[
    int | None,
    typer.Option(
        "--threshold", metavar="N", min=1, help="List what may rest on fewer origins than this."
    ),
]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="Exit with 1 when anything is listed.")]


@filtered
@formats
def check(
    where: str | None,
    fmt: output.Format,
    filters: Filters,
    limit: Limit = None,
    everything: Everything = False,
    threshold: Threshold = None,
    exit_code: ExitCode = False,
    min_confidence: MinConfidence = None,
) -> None:
    """\b
    Examples:
      onrecord check
      onrecord check 3fa9c1
      onrecord check morning/ferry.txt
      onrecord check --threshold 3 --jsonl

    List the claims that rest on a single source, unnamed sources first. With the ID of a claim or
    proposition: its evidence as a tree. With an article's doc, or a file: what stands in it.
    """
    from cli.jobs.unread_file import unread_file

    filters = at_least(filters, min_confidence)
    everything = everything or fmt is not output.Format.HUMAN
    if (path := unread_file(where, filters)) is not None:
        shown = _show_unread(path, min_confidence, fmt, limit)
    else:
        shown = _show_stored(where, filters, everything, threshold, fmt, limit)
    if shown and exit_code:
        diagnostics.record(diagnostics.Exit.FOUND)


def _show_stored(
    where: str | None, filters: Filters, everything: bool, threshold: int | None,
    fmt: output.Format, limit: int | None,
) -> int:  # fmt: skip
    from cli.jobs.open_store import open_for_reading

    with open_for_reading(where) as store:
        _prepare(store, filters)
        return _show(store, filters, everything, threshold, fmt, limit)


def _show_unread(
    path: str, min_confidence: float | None, fmt: output.Format, limit: int | None
) -> int:
    """Each claim of a file that is in no store, with who vouches for it."""
    from cli.jobs.unread_file import readings_of
    from cli.rows import vouching_row
    from cli.views.vouching import vouching_table

    vouched = [(r, claim) for r in readings_of(path, min_confidence) for claim in r.claims]
    return output.listing(
        fmt,
        "claims",
        iter(vouched),
        lambda: len(vouched),
        limit,
        lambda pair: vouching_row(*pair),
        vouching_table,
    )


def _prepare(store: Store, filters: Filters) -> None:
    """Weighs what waits, and says which outlet there is none of."""
    from cli.jobs.corroborate import bring_up_to_date
    from cli.jobs.speakers import unknown_outlets

    bring_up_to_date(store)
    unknown_outlets(store, filters)


def _show(
    store: Store, filters: Filters, everything: bool, threshold: int | None, fmt: output.Format,
    limit: int | None,
) -> int:  # fmt: skip
    """One proposition, or the list of them; how many were shown."""
    from cli.jobs.verdicts import about_article, asked_for, details

    filters = about_article(store, filters)
    if (verdict := details(store, filters)) is not None:
        return _show_one(store, verdict, fmt, limit)
    return _list(store, asked_for(filters, everything, threshold), threshold, fmt, limit)


def _show_one(store: Store, verdict: VerdictRecord, fmt: output.Format, limit: int | None) -> int:
    from cli.rows import verdict_row
    from cli.views.evidence import evidence_tree
    from cli.views.verdicts import check_table

    if fmt is output.Format.HUMAN:
        output.show(evidence_tree(verdict, store.propositions.conflicts(verdict.id)))
        return 1
    return output.listing(
        fmt, "propositions", iter([verdict]), lambda: 1, limit, verdict_row, check_table
    )


def _list(
    store: Store, filters: Filters, threshold: int | None, fmt: output.Format, limit: int | None
) -> int:
    from cli.rows import verdict_row
    from cli.views.verdicts import check_table

    verdicts = store.propositions.select(filters, below=threshold)

    def total() -> int:
        return store.propositions.count(filters, below=threshold)

    return output.listing(fmt, "propositions", verdicts, total, limit, verdict_row, check_table)
