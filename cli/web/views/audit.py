"""Whom outlets quote, and on how little it rests: the numbers and charts of an audit."""

from __future__ import annotations

from cli.jobs.audit import audit_of
from cli.report.charts import charts
from cli.rows.audit import audit_row
from cli.web.answers import Answer, Rows
from cli.web.asked import Asked


def audit(asked: Asked) -> Answer:
    """The charts of the claims that the filters leave, each with its table; as data a figure a
    row."""
    figures = list(asked.store.claims.audit(asked.filters))
    return Answer(
        lambda: {"charts": charts(audit_of(figures))},
        lambda: {"query": asked.words, "figures": [audit_row(figure) for figure in figures]},
        lambda: Rows("audit", map(audit_row, figures)),
    )
