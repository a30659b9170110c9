"""`onrecord redetect`: stored articles read again after a model change."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cli import diagnostics, output
from cli.filter_options import filtered
from cli.jobs.choice import Choice
from cli.options import formats
from cli.reading_options import reads
from store.records import Filters

if TYPE_CHECKING:
    from cli.jobs.redetect import Change

CHANGES = ("added", "dropped", "changed", "kept")
"""What a new reading can do with a claim."""


@filtered
@formats
@reads
def redetect_command(
    where: str | None,
    fmt: output.Format,
    filters: Filters,
    choice: Choice,
) -> None:
    """\b
    Examples:
      onrecord redetect --model accurate
      onrecord redetect --outlet "Global Times" --jsonl > changes.jsonl

    Read stored articles again with the present model: claims keep their ids, and what people
    decided stays.
    Prints what was added, dropped and changed; kept is a claim that the model no longer finds and a
    person decided on.
    """
    from cli.jobs.corroborate import bring_up_to_date
    from cli.jobs.open_store import open_for_reading
    from cli.jobs.redetect import redetect

    with open_for_reading(where, filters) as store:
        changes = list(redetect(store, filters, choice))
        _show(changes, fmt)
        if diagnostics.State.worst != diagnostics.Exit.INTERRUPTED:
            bring_up_to_date(store, choice=choice)


def _show(changes: list[Change], fmt: output.Format) -> None:
    from cli.jobs.reviewing import change_row
    from cli.views.review import changes_table

    if fmt is not output.Format.HUMAN:
        output.rows(fmt, "changes", map(change_row, changes))
    elif changes:
        output.show(changes_table(changes))
    counts = Counter(change.outcome for change in changes)
    diagnostics.note(", ".join(f"{counts[word]:,} {word}" for word in CHANGES))
