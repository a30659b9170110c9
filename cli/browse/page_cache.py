"""What a list holds of its source: every key, and the pages of rows near the cursor; no widget and
no thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

ROWS_PER_PAGE = 100
"""Rows that are fetched together."""
MAX_PAGES = 12
"""Pages held at once."""


class PageCache:
    """Keys in order and some pages; a page that is wanted is asked for once."""

    def __init__(self) -> None:
        self._keys: Any = []
        self._pages: dict[int, Sequence[Any]] = {}
        self._asked: set[int] = set()

    def __len__(self) -> int:
        return len(self._keys)

    def clear(self) -> None:
        """Nothing is held any more."""
        self._keys, self._pages, self._asked = [], {}, set()

    def ask_anew(self) -> None:
        """What was asked for before is answered no more."""
        self._asked = set()

    def begin(self, keys: Sequence[Any], rows: Sequence[Any]) -> None:
        """Takes the first keys with their rows, in place of all that was held."""
        self._keys, self._pages = keys, {0: rows}

    def append(self, keys: Sequence[Any]) -> int | None:
        """Takes further keys; gives the page that is to be fetched again, because its end came
        later."""
        last = (len(self._keys) - 1) // ROWS_PER_PAGE
        self._keys = [*self._keys, *keys] if isinstance(self._keys, list) else self._keys + keys
        return last if 0 < len(self._pages.get(last, ())) < ROWS_PER_PAGE else None

    def keys_of(self, page: int) -> Sequence[Any]:
        """The keys of a page."""
        keys: Sequence[Any] = self._keys[page * ROWS_PER_PAGE : (page + 1) * ROWS_PER_PAGE]
        return keys

    def only_near(self, index: int) -> list[int]:
        """Lets go of all pages but those beside a row, and gives these; none is asked for."""
        self._asked = set()
        self._pages = {
            page: rows
            for page, rows in self._pages.items()
            if abs(page - index // ROWS_PER_PAGE) <= 1
        }
        return list(self._pages)

    def row(self, index: int) -> Any:
        """A row, None where its page is not held."""
        page, place = divmod(index, ROWS_PER_PAGE)
        rows = self._pages.get(page, ())
        return rows[place] if 0 <= place < len(rows) else None

    def lacks(self, page: int) -> bool:
        """Whether a page is there, is not held and is not asked for; from now on it is asked
        for."""
        lacking = (
            page not in self._pages
            and page not in self._asked
            and 0 <= page * ROWS_PER_PAGE < len(self._keys)
        )
        if lacking:
            self._asked.add(page)
        return lacking

    def keep(self, page: int, rows: Sequence[Any], near: int) -> None:
        """Takes a page in, and lets go of those farthest from a row."""
        self._pages[page] = rows
        self._asked.discard(page)
        for far in sorted(self._pages, key=lambda p: abs(p - near // ROWS_PER_PAGE))[MAX_PAGES:]:
            del self._pages[far]

    def replace(self, index: int, row: Any) -> None:
        """Another record in a row that is held."""
        page, place = divmod(index, ROWS_PER_PAGE)
        rows = list(self._pages.get(page, ()))
        if place < len(rows):
            rows[place] = row
            self._pages[page] = rows
