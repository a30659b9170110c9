"""Rows of an audit: one figure each, so that every format holds all of them."""

from __future__ import annotations

from typing import Any

from store.records import AuditFigure


def audit_row(figure: AuditFigure) -> dict[str, Any]:
    """So many claims of so many; outlet is null over all outlets, and "" where articles name none."""
    return {
        "table": figure.table,
        "outlet": None if figure.over_all else figure.outlet or "",
        "period": figure.period,
        "what": figure.what,
        "claims": figure.claims,
        "of": figure.of,
        "share": round(figure.share, 4),
    }
