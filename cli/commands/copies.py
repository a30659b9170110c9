"""`onrecord copies`: which articles are the same text."""

from __future__ import annotations

from cli import output
from cli.options import Limit, formats


@formats
def copies(where: str | None, fmt: output.Format, limit: Limit = None) -> None:
    """\b
    Examples:
      onrecord copies
      onrecord copies --jsonl

    List articles that copy another, whole, cut or lightly edited, with the evidence.
    """
    from cli.jobs.corroborate import bring_up_to_date
    from cli.jobs.open_store import open_for_reading
    from cli.rows.verdicts import copy_row
    from cli.views.verdicts import copies_table

    with open_for_reading(where) as store:
        bring_up_to_date(store)
        records = iter(store.articles.copies(output.most_rows(fmt, limit)))
        total = store.articles.count_copies
        output.listing(fmt, "copies", records, total, limit, copy_row, copies_table)
