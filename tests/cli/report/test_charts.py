"""Charts of an audit: well-formed, without script or style, each beside the table of its numbers."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from cli.jobs.audit import audit_of
from cli.report.charts import charts, charts_page
from store.records import AuditFigure
from tests.cli.conftest import AUDIT

SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)


def test_every_chart_is_a_drawing_with_title_description_and_table() -> None:
    """Who cannot see it reads it; names of articles are shown as letters."""
    page = str(charts_page(audit_of(AUDIT)))
    drawings = SVG.findall(page)
    assert len(drawings) == page.count("<table") == 6
    for drawing in drawings:
        tree = ElementTree.fromstring(drawing)
        named = [child.tag for child in tree][:2]
        assert named == ["title", "desc"] and tree.get("role") == "img"
        assert all(child.text for child in list(tree)[:2])
    assert "<svg onload" not in page and "style=" not in page and "<script" not in page
    assert "&lt;svg onload=x&gt;" in page and "\x1b" not in page


def test_ids_of_a_page_are_its_own() -> None:
    """Labels point at one element each."""
    ids = re.findall(r' id="([^"]+)"', str(charts_page(audit_of(AUDIT))))
    assert len(ids) == len(set(ids))


def test_a_bar_is_as_long_as_its_share_and_copies_are_fainter() -> None:
    """A third is a third; what adds nothing is faint."""
    drawn = {chart.id: chart for chart in charts(audit_of(AUDIT))}
    (first, *_) = drawn["unnamed"].bars
    (whole, *_) = drawn["single"].bars
    assert abs(first.width / whole.width - (3 / 9) / (4 / 5)) < 0.01
    original, copy = drawn["time"].bars[:2]
    assert original.shade > 2 * copy.shade and abs(original.height / copy.height - 2) < 0.05


def test_what_has_no_numbers_has_no_chart() -> None:
    """No empty frame; that nobody is unnamed is a number."""
    figures = [
        AuditFigure("sources", "person", 1, 1),
        AuditFigure("sources", "person", 1, 1, "Post", over_all=False),
    ]
    assert [chart.id for chart in charts(audit_of(figures))] == ["unnamed", "whom"]


def test_how_many_labels_rest_on_a_decision_stands_at_single_sources() -> None:
    """In words and in the table, and nowhere while nobody decided anything."""
    (drawn,) = [chart for chart in charts(audit_of(AUDIT)) if chart.id == "single"]
    assert "1 rests on a reviewer's decision" in drawn.legend
    assert (drawn.head[-1], drawn.rows[0][-1]) == ("By a reviewer's decision", "1")
    without = charts(audit_of(figure for figure in AUDIT if figure.table != "decided"))
    (drawn,) = [chart for chart in without if chart.id == "single"]
    assert (drawn.legend, drawn.head[-1]) == ("", "Of weighed claims")
