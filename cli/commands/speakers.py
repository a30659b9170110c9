"""`onrecord speakers`: who speaks, with counts."""

from __future__ import annotations

from functools import partial

from cli import output
from cli.filter_options import filtered
from cli.options import Limit, formats
from store.records import Filters


@filtered
@formats
def speakers(where: str | None, fmt: output.Format, filters: Filters, limit: Limit = None) -> None:
    """\b
    Examples:
      onrecord speakers
      onrecord speakers --outlet "Global Times" --jsonl

    List speakers with the number of their claims, articles and outlets.
    """
    from cli.jobs.open_store import open_for_reading
    from cli.rows.speakers import speaker_row
    from cli.views.speakers import speakers_table

    with open_for_reading(where, filters) as store:
        records = iter(store.speakers.select(filters, output.most_rows(fmt, limit)))
        total = partial(store.speakers.count, filters)
        output.listing(fmt, "speakers", records, total, limit, speaker_row, speakers_table)
