"""`onrecord redetect`: stored articles read again after a model change."""

from __future__ import annotations

from collections import Counter

from cli import diagnostics, output
from cli.jobs.pipelines import Choice
from cli.options import filtered, formats, reads


@filtered
@formats
@reads
def redetect_command(
    where: str | None,
    fmt: output.Format,
    filters: object,
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
    from cli.jobs.reviewing import change_row
    from cli.views.review import changes_table
    from store.records import Filters

    assert isinstance(filters, Filters)
    with open_for_reading(where) as store:
        found = list(redetect(store, filters, choice))
        if fmt is not output.Format.HUMAN:
            output.rows(fmt, "changes", map(change_row, found))
        elif found:
            output.show(changes_table(found))
        counts = Counter(change.what for change in found)
        diagnostics.note(
            ", ".join(
                f"{counts[word]:,} {word}" for word in ("added", "dropped", "changed", "kept")
            )
        )
        if diagnostics.State.worst != diagnostics.Exit.INTERRUPTED:
            bring_up_to_date(store)
