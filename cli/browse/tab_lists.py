"""What the lists of the tabs show by now: a filter each, fetched again after a decision."""

from __future__ import annotations

from claims.errors import UsageError
from cli.browse.articles_tab import Articles
from cli.browse.claims_tab import Claims
from cli.browse.desk import Desk
from cli.browse.facets import Facets
from cli.browse.filtering import FilterInForce
from cli.browse.rows import Rows
from cli.browse.single_source_tab import Single
from cli.browse.speakers_tab import Speakers
from store.records import Filters

LISTS: dict[str, type[Claims | Speakers | Single | Articles]] = {
    "claims": Claims,
    "speakers": Speakers,
    "single": Single,
    "articles": Articles,
}
"""The tabs that follow the filter; the article that is read does not."""


def opening_tab(name: str) -> str:
    """The tab to open on, as the settings name it; raises UsageError where there is none of that
    name."""
    if name not in LISTS:
        raise UsageError(f"settings: [browse] opens: {name!r} is none of {', '.join(LISTS)}")
    return name


class TabLists:
    """Fills a tab when it is looked at, and no sooner."""

    def __init__(self, desk: Desk, in_force: FilterInForce) -> None:
        self._desk, self._in_force = desk, in_force
        self._shown: dict[str, Filters] = {}

    def fill(self, tab: str) -> None:
        """Shows the filter in force in a tab, unless it does already."""
        if tab in LISTS and self._shown.get(tab) != self._in_force.filters:
            self._show(tab, keep=False)

    def refill(self, tab: str) -> None:
        """Lists a tab anew, with the cursor where it is."""
        if tab in LISTS:
            self._show(tab, keep=True)

    def forget_hidden(self) -> None:
        """Lets every tab but the one in sight be filled anew when it is come to."""
        active = self._desk.tabs.active
        self._shown = {tab: filters for tab, filters in self._shown.items() if tab == active}

    def reload(self) -> None:
        """Fetches the rows in hand, the open article and the coverage of a record again."""
        for rows in self._desk.screen.query(Rows):
            if not isinstance(rows, Facets):
                rows.reload()
        self._desk.reading.reload()
        self._desk.screen.query_one(Speakers).recount()

    def _show(self, tab: str, *, keep: bool) -> None:
        self._shown[tab] = self._in_force.filters
        self._desk.screen.query_one(LISTS[tab]).show(self._in_force.filters, keep=keep)
