"""`onrecord quality`: how often the machine was right, by what people reviewed."""

from __future__ import annotations

from cli import diagnostics, output
from cli.filter_options import filtered
from cli.options import formats
from store.records import Filters


@filtered
@formats
def quality(where: str | None, fmt: output.Format, filters: Filters) -> None:
    """\b
    Examples:
      onrecord quality
      onrecord quality --outlet "Global Times" --json

    Show your own error rate: precision from reviewed claims, recall from articles read wholly, with
    95 % intervals.
    Intervals are Wilson's (1927). They hold where you did not pick the claims for being right or
    wrong: review a list
    from its top, as `review --next` does.
    """
    from cli.jobs.open_store import open_for_reading
    from cli.jobs.quality import qualities
    from cli.jobs.reviewing import quality_row
    from cli.views.review import quality_table

    with open_for_reading(where, filters) as store:
        groups = qualities(store.claims.quality(filters))
    if fmt is not output.Format.HUMAN:
        output.rows(fmt, "quality", map(quality_row, groups))
        return
    output.show(quality_table(groups))
    if not groups[0].reviewed:
        diagnostics.note("nothing is reviewed yet; begin with `onrecord review --next`")
    if not groups[0].recall.of:
        diagnostics.note(
            "no article is marked as read wholly; `onrecord review ARTICLE --read` after adding what is missing"
        )
