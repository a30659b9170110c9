"""`onrecord runs`: what was read when, with which versions."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import output
from cli.options import Limit, formats

Failures = Annotated[
    bool, typer.Option("--failures", help="Instead, each file that was not read, with its reason.")
]


@formats
def runs(
    where: str | None, fmt: output.Format, limit: Limit = None, failures: Failures = False
) -> None:
    """\b
    Examples:
      onrecord runs
      onrecord runs --jsonl
      onrecord runs --failures

    List every run that wrote to the store, newest first: when, with which versions, and what it
    counted.
    """
    from cli.jobs.open_store import open_for_reading
    from cli.rows.decisions import run_row
    from cli.views.runs import runs_table

    with open_for_reading(where) as store:
        records = store.runs.select()
        if failures:
            for record in records:
                for line in record.failures:
                    output.line(f"{record.started[:19].replace('T', ' ')}  {line}")
            return
        output.listing(fmt, "runs", iter(records), lambda: len(records), limit, run_row, runs_table)
