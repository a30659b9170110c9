"""`onrecord export`: the whole store in a machine format."""

from __future__ import annotations

from claims.errors import UsageError
from cli import output
from cli.options import MinConfidence, at_least, filtered, formats
from cli.output import Format
from store.records import Filters


@filtered
@formats
def export(
    where: str | None, fmt: Format, filters: Filters, min_confidence: MinConfidence = None
) -> None:
    """\b
    Examples:
      onrecord export --jsonl > backup.jsonl
      onrecord export --speaker Song --csv --excel-safe -o song.csv

    Write article lines that `add` takes back (--jsonl), or one row a claim (the other formats).
    """
    from cli.jobs.export import article_lines
    from cli.jobs.open_store import open_for_reading
    from cli.rows import claim_row

    if fmt is Format.HUMAN:
        raise UsageError(
            "export needs a format; add --jsonl, --csv, --tsv, --json, --markdown or --parquet, or -o FILE.csv"
        )
    filters = at_least(filters, min_confidence)
    with open_for_reading(where) as store:
        if fmt is Format.JSONL:
            count = 0
            for row in article_lines(store, filters):
                output.json_line(row)
                count += len(row["attributions"])
        else:
            count = output.rows(fmt, "claims", map(claim_row, store.claims.select(filters)))
    output.written(count, "claims")
