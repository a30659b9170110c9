"""`onrecord export`: the whole store in a machine format."""

from __future__ import annotations

from claims.errors import UsageError
from cli import diagnostics, output
from cli.options import filtered, formats
from cli.output import Format


@filtered
@formats
def export(where: str | None, fmt: Format, filters: object) -> None:
    """\b
    Examples:
      onrecord export --jsonl > backup.jsonl
      onrecord export --csv --speaker Song > song.csv

    Write article lines that `add` takes back (--jsonl), or one row a claim (--csv, --tsv, --json).
    """
    from cli.jobs.export import article_lines
    from cli.jobs.opening import open_for_reading
    from cli.rows import flat_claim
    from store.records import Filters

    assert isinstance(filters, Filters)
    if fmt is Format.HUMAN:
        raise UsageError("export needs a format; add --jsonl, --csv, --tsv or --json")
    with open_for_reading(where) as store:
        if fmt is Format.JSONL:
            count = 0
            for row in article_lines(store, filters):
                output.json_line(row)
                count += len(row["attributions"])
        else:
            count = output.rows(fmt, "claims", map(flat_claim, store.claims(filters)))
    diagnostics.note(f"{count:,} claims written")
