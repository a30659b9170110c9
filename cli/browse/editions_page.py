"""What later editions of the open article did to its claims, as a page to read; the tables are those of
`changes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from cli.jobs.editions import editions
from cli.views.articles import edition_tables

if TYPE_CHECKING:
    from store.records import ArticleRecord
    from store.store import Store


def editions_page(store: Store, article: ArticleRecord | None) -> RenderableType:
    """Claims added, dropped and changed with the words of both editions; says so where there is one alone."""
    if article is None:
        return Text("No article is open.")
    found = editions(store, article)
    return edition_tables(found) if found else Text("There is one edition of this article alone.")
