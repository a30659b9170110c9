"""The Articles tab: articles by date, copies folded under their original; reading one stands in
reading_tab.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from cli.browse.columns import ARTICLE, article_cells
from cli.browse.data_sources import ArticleSource
from cli.browse.rows import Rows
from store.records import ArticleLine, Filters

if TYPE_CHECKING:
    from store.store import Store


class Articles(Vertical):
    """One list of articles."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._filters = Filters()
        self._unfolded: set[str] = set()

    def compose(self) -> ComposeResult:
        """The list."""
        yield Rows(
            ARTICLE, article_cells, id="article-rows", empty="No article. Run `onrecord add`."
        )

    def show(self, filters: Filters, *, keep: bool = False) -> None:
        """Lists the articles of which a claim passes the filters."""
        self._filters = filters
        source = ArticleSource(self._store, filters, set(self._unfolded))
        self.query_one(Rows).show(source, keep=keep, narrowed=filters != Filters())

    @on(Rows.Unfolded)
    def _fold(self, event: Rows.Unfolded) -> None:
        event.stop()
        if isinstance(event.item, ArticleLine) and event.item.copies:
            self._unfolded ^= {event.item.id}
            self.show(self._filters, keep=True)
