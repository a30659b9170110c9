"""Pages that a key of the first screen opens to be read; what stands on each is a module of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cli.browse.audit_page import audit_page
from cli.browse.editions_page import editions_page
from cli.browse.help import Page
from cli.browse.latest_decisions import latest_decisions

if TYPE_CHECKING:
    from store.records import ArticleRecord, Filters
    from store.store import Store


def page_to_read(name: str, store: Store, filters: Filters, article: ArticleRecord | None) -> Page:
    """The page of that name, with what the filter leaves, or of the article that is open."""
    if name == "audit":
        return Page("Whom outlets quote", audit_page(store, filters))
    if name == "editions":
        return Page("What editions changed", editions_page(store, article))
    return Page("Latest decisions", latest_decisions(store))
