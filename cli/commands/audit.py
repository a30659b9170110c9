"""`onrecord audit`: whom outlets quote, and on how little it rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli import diagnostics, output
from cli.filter_options import filtered, sure_enough
from cli.options import Limit, formats
from cli.streams import can_write
from store.records import Filters

if TYPE_CHECKING:
    from cli.jobs.audit import Audit


@filtered
@sure_enough
@formats
def audit(
    where: str | None,
    fmt: output.Format,
    filters: Filters,
    limit: Limit = None,
) -> None:
    """\b
    Examples:
      onrecord audit
      onrecord audit outlet:Gazette since:2026-03
      onrecord audit --csv -o audit.csv

    Count whom outlets quote: claims over time, unnamed and single sources by outlet, kinds of source, the ten most
    quoted, and why sources are unnamed. What each number means: docs/audit.md.
    """
    from cli.jobs.audit import audit_of
    from cli.jobs.corroborate import bring_up_to_date
    from cli.jobs.open_store import open_for_reading
    from cli.rows.audit import audit_row

    with open_for_reading(where, filters) as store:
        bring_up_to_date(store)
        figures = store.claims.audit(filters)
    if fmt is not output.Format.HUMAN:
        output.written(output.rows(fmt, "audit", map(audit_row, figures)), "figures")
        return
    _show(audit_of(figures), limit)


def _show(found: Audit, limit: Limit) -> None:
    """Charts for people; how many outlets stand there is said."""
    from cli.views.audit import ASCII, BLOCKS, audit_view

    most = (output.MAX_ROWS_ON_TERMINAL if output.on_terminal() else 0) if limit is None else limit
    signs = BLOCKS if output.State.target or can_write("█░▁") else ASCII
    output.show(audit_view(found, signs, most or None))
    if most and most < len(found.outlets):
        diagnostics.note(f"showing {most:,} of {len(found.outlets):,} outlets; --limit 0 for all")
    counted = f"{found.claims:,} claims" if found.claims else "no claims"
    diagnostics.note(f"{counted}{output.State.filters}")
