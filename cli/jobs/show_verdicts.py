"""Verdicts shown, one or a list of them, and how many rest on decisions of people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from cli import diagnostics, output
from cli.jobs.left_out import say_left_out
from cli.query import for_people

if TYPE_CHECKING:
    from store import Store
    from store.records import ConflictRecord, Filters, VerdictRecord

Found = tuple["VerdictRecord", Sequence["ConflictRecord"]]


def one_of(store: Store, *, machine: bool) -> Callable[[str], Found]:
    """Finds a verdict by an id, with what contradicts it and with what it is the other way."""
    from cli.jobs.machine_verdicts import machine_verdict, with_other_verdict

    def as_it_stands(id: str) -> Found:
        verdict = store.propositions.get(id)
        return with_other_verdict(store, verdict), store.propositions.conflicts(verdict.id)

    return (lambda id: machine_verdict(store, id)) if machine else as_it_stands


def show_one(found: Found, fmt: output.Format, limit: int | None) -> int:
    """One verdict with its evidence."""
    from cli.views.evidence import evidence_tree

    if fmt is output.Format.HUMAN:
        output.show(evidence_tree(*found))
        return 1
    return _listing(fmt, iter([found[0]]), lambda: 1, limit)


def show_list(
    store: Store, filters: Filters, threshold: int | None, fmt: output.Format, limit: int | None
) -> int:
    """The verdicts as they stand, and how many of them rest on decisions of people."""
    decided, asked = 0, filters
    if fmt is output.Format.HUMAN:
        filters = for_people(filters)

    def counted() -> Iterator[VerdictRecord]:
        nonlocal decided
        for verdict in store.propositions.select(filters, below=threshold):
            decided += bool(verdict.decided)
            yield verdict

    def total() -> int:
        return store.propositions.count(filters, below=threshold)

    shown = _listing(fmt, counted(), total, limit)
    if filters.said:
        say_left_out(store.propositions.count(asked, below=threshold) - total(), "proposition")
    if decided:
        rest = "rests" if decided == 1 else "rest"
        diagnostics.note(
            f"{decided:,} of these {rest} on a reviewer's decision; --machine shows verdicts without any"
        )
    return shown


def show_machine_list(
    store: Store, filters: Filters, threshold: int | None, fmt: output.Format, limit: int | None
) -> int:
    """The verdicts without decisions of people, and how many are others with them."""
    from cli.jobs.machine_verdicts import machine_verdicts

    found = machine_verdicts(store, filters, threshold)
    shown = _listing(fmt, found.verdicts, lambda: found.count, limit)
    diagnostics.note(
        f"verdicts without people's decisions; with them, {found.differing:,} of {found.count:,} differ"
    )
    return shown


def _listing(
    fmt: output.Format,
    verdicts: Iterator[VerdictRecord],
    total: Callable[[], int],
    limit: int | None,
) -> int:
    from cli.rows.verdicts import verdict_row
    from cli.views.verdicts import check_table

    return output.listing(fmt, "propositions", verdicts, total, limit, verdict_row, check_table)
