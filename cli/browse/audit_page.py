"""Whom outlets quote under the filter in force, as a page to read; the numbers are the store's, the charts
those of the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from cli.jobs.audit import audit_of
from cli.query import spell
from cli.sanitise import text
from cli.views.audit import audit_view

if TYPE_CHECKING:
    from store.records import Filters
    from store.store import Store

MAX_OUTLETS = 20


def audit_page(store: Store, filters: Filters) -> RenderableType:
    """The audit of what the filter leaves; says so where that is nothing."""
    from rich.console import Group

    audit = audit_of(store.claims.audit(filters))
    if not audit.claims:
        return Text("No claim passes the filter.")
    over = text(f"{audit.claims:,} claims: {spell(filters) or 'no filter'}", "dim")
    return Group(over, Text(""), audit_view(audit, outlets=MAX_OUTLETS))
