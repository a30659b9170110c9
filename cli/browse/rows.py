"""A list that loads only the rows near the cursor; what a row shows stands in columns.py, how in
row_drawing.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from textual import events, work
from textual.geometry import Size
from textual.message import Message

from claims.errors import OnrecordError
from cli.browse.bindings import bindings
from cli.browse.columns import Column
from cli.browse.data_sources import Source, in_parts
from cli.browse.page_cache import ROWS_PER_PAGE, PageCache
from cli.browse.row_drawing import Cells, Sheet

PANES = "Rows, Side, DraftText"


class Rows(Sheet):
    """Rows of a source: keys stream in from a worker thread, rows are fetched by page."""

    BINDINGS = bindings("list")
    PLACE = "list"

    @dataclass
    class OfRow(Message):
        """Something happened to a row; None where the list is empty."""

        rows: Rows
        item: Any

        @property
        def control(self) -> Rows:
            """The list."""
            return self.rows

    class Moved(OfRow):
        """Another row is under the cursor."""

    class Chosen(OfRow):
        """A row was opened."""

    class Unfolded(OfRow):
        """What lies under a row is asked for."""

    @dataclass
    class Ordered(Message):
        """A worker brought keys, and with the first of them a page."""

        turn: int
        keys: Sequence[Any]
        first: Sequence[Any] | None
        done: bool

    @dataclass
    class Loaded(Message):
        """A worker brought a page."""

        asked: tuple[int, int]
        page: int
        rows: Sequence[Any]

    @dataclass
    class Failed(Message):
        """A worker met an error of the store."""

        reason: str

    def __init__(self, columns: Sequence[Column], cells: Cells, *, id: str, empty: str) -> None:
        super().__init__(columns, cells, id=id, empty=empty)
        self._source: Source | None = None
        self._turn, self._reloads = 0, 0
        self._pages = PageCache()
        self._wanted_row = 0
        self.done = True

    @property
    def count(self) -> int | None:
        """How many rows there are so far; None before the first came."""
        return len(self._pages) or (0 if self.done else None)

    def show(self, source: Source, *, keep: bool = False, narrowed: bool = False) -> None:
        """Lists another source from its first row, or with keep from the row that the cursor is
        on."""
        self._turn += 1
        self.narrowed = narrowed
        self._source = source
        self._wanted_row = self.cursor if keep else 0
        self._pages.ask_anew()
        if not keep:
            self.forget_room()
            self._pages.clear()
            self.cursor = 0
            self.scroll_to(y=0, animate=False)
        self.done = False
        self.refresh()
        self._fetch_order(source, self._turn)

    def reload(self) -> None:
        """Fetches the rows held again, while the old ones stay in sight."""
        self._reloads += 1
        for page in self._pages.only_near(self.cursor):
            self._fetch_page(page)

    def replace_row(self, index: int, item: Any) -> None:
        """Shows another record in a row until it is fetched again."""
        self._pages.replace(index, item)
        self.refresh()

    def item(self, index: int) -> Any:
        """The row, or None while it is being fetched."""
        row = self._pages.row(index)
        if row is None and self._pages.lacks(index // ROWS_PER_PAGE):
            self._fetch_page(index // ROWS_PER_PAGE)
        return row

    def _fetch_page(self, page: int) -> None:
        if self._source is not None:
            self._fetch(self._source, (self._turn, self._reloads), page, self._pages.keys_of(page))

    @property
    def current(self) -> Any:
        """The row under the cursor."""
        return self.item(self.cursor) if self.count else None

    @work(thread=True)
    def _fetch_order(self, source: Source, turn: int) -> None:
        try:
            for keys, first, done in in_parts(source, ROWS_PER_PAGE, lambda: turn == self._turn):
                self.post_message(self.Ordered(turn, keys, first, done))
        except OnrecordError as error:
            self.post_message(self.Failed(str(error)))

    @work(thread=True)
    def _fetch(
        self, source: Source, asked: tuple[int, int], page: int, keys: Sequence[Any]
    ) -> None:
        try:
            self.post_message(self.Loaded(asked, page, source.page(keys)))
        except OnrecordError as error:
            self.post_message(self.Failed(str(error)))

    def on_rows_ordered(self, event: Ordered) -> None:
        """Takes in keys, unless another source is shown by now."""
        event.stop()
        if event.turn != self._turn:
            return
        if event.first is not None:
            self._pages.begin(event.keys, event.first)
            self.cursor = min(self._wanted_row, max(0, len(self._pages) - 1))
        elif event.keys:
            page = self._pages.append(event.keys)
            if page is not None:
                self._fetch_page(page)
        if event.done:
            self.done = True
            if self._wanted_row and self._wanted_row != self.cursor:
                self._to(self._wanted_row)
        self._resize()
        if event.first is not None:
            self.post_message(self.Moved(self, self.current))

    def on_rows_loaded(self, event: Loaded) -> None:
        """Takes in a page, unless another source is shown by now or rows changed since."""
        event.stop()
        if event.asked != (self._turn, self._reloads):
            return
        self._pages.keep(event.page, event.rows, self.cursor)
        self.refresh()
        if self.cursor // ROWS_PER_PAGE == event.page:
            self.post_message(self.Moved(self, self.current))

    def _resize(self) -> None:
        self.virtual_size = Size(self.size.width, (self.count or 0) + 1)
        self.refresh()

    def on_resize(self, _: events.Resize) -> None:
        """Keeps the cursor in sight."""
        self._resize()
        self._to(self.cursor)

    def _to(self, index: int) -> None:
        last = max(0, (self.count or 0) - 1)
        moved = self.cursor != (target := max(0, min(index, last)))
        self.refresh_lines(self.cursor + 1)
        self.cursor = target
        top, seen = self.scroll_offset.y, max(1, self.size.height - 1)
        if target < top:
            self.scroll_to(y=target, animate=False)
        elif target >= top + seen:
            self.scroll_to(y=target - seen + 1, animate=False)
        self.refresh_lines(target + 1)
        item = self.item(target) if moved else None
        if item is not None:
            self.post_message(self.Moved(self, item))
        if moved:
            self._fetch_ahead(target)

    def _fetch_ahead(self, index: int) -> None:
        """The pages beside the one of a row, so that moving on meets rows that are there."""
        for page in (index // ROWS_PER_PAGE + 1, index // ROWS_PER_PAGE - 1):
            if self._pages.lacks(page):
                self._fetch_page(page)

    def on_click(self, event: events.Click) -> None:
        """Moves to the row; a second click opens it."""
        index = self.scroll_offset.y + event.y - 1
        if event.y < 1 or not 0 <= index < (self.count or 0):
            return
        again = index == self.cursor
        self._to(index)
        if again:
            self.action_choose()

    def action_move(self, by: int) -> None:
        """Some rows up or down."""
        self._to(self.cursor + by)

    def action_page(self, by: int) -> None:
        """A page up or down."""
        self._to(self.cursor + by * max(1, self.size.height - 2))

    def action_edge(self, last: int) -> None:
        """The first or the last row."""
        self._to((self.count or 1) - 1 if last else 0)

    def action_open_row(self, by: int) -> None:
        """The nearest row, of those at hand, that nobody has looked at."""
        index = self.cursor + by
        while (row := self.item(index)) is not None and index >= 0:
            if getattr(row, "status", "unreviewed") == "unreviewed":
                self._to(index)
                return
            index += by
        self._to(self.cursor + by)

    def action_unfold(self) -> None:
        """Shows or hides what lies under the row."""
        if self.current is not None:
            self.post_message(self.Unfolded(self, self.current))

    def action_choose(self) -> None:
        """Opens the row under the cursor."""
        if self.current is not None:
            self.post_message(self.Chosen(self, self.current))
