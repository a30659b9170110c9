"""A list that loads only the rows in sight; what a row shows stands in columns.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from rich.text import Text
from textual import events, work
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from claims.errors import OnrecordError
from cli.browse.columns import Column, fitted, header
from cli.browse.keys import bindings
from cli.browse.library import Source

Cells = Callable[[Any], Sequence[Text]]
PAGE = 100
PANES = "Rows, Why"
KEPT = 12
"""Pages held at once."""


class Rows(ScrollView, can_focus=True):
    """Rows of a source, fetched by page in a worker thread."""

    BINDINGS = bindings("list")
    PLACE = "list"

    @dataclass
    class Moved(Message):
        """Another row is under the cursor; None where the list is empty."""

        rows: Rows
        item: Any

        @property
        def control(self) -> Rows:
            """The list."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """A row was opened."""

        rows: Rows
        item: Any

        @property
        def control(self) -> Rows:
            """The list."""
            return self.rows

    @dataclass
    class Loaded(Message):
        """A worker brought a count or a page."""

        turn: int
        count: int | None
        page: int
        rows: Sequence[Any]

    @dataclass
    class Failed(Message):
        """A worker met an error of the store."""

        reason: str

    def __init__(self, columns: Sequence[Column], cells: Cells, *, id: str, empty: str) -> None:
        super().__init__(id=id)
        self._columns, self._cells, self._empty = columns, cells, empty
        self._source: Source | None = None
        self._turn = 0
        self._pages: dict[int, Sequence[Any]] = {}
        self._asked: set[int] = set()
        self.count: int | None = None
        self.cursor = 0

    def show(self, source: Source) -> None:
        """Lists another source from its first row."""
        self._turn += 1
        self._source = source
        self._pages, self._asked, self.count, self.cursor = {}, {0}, None, 0
        self.scroll_to(y=0, animate=False)
        self.refresh()
        self._fetch(source, self._turn, 0, counting=True)

    def item(self, index: int) -> Any:
        """The row, or None while it is being fetched."""
        page, place = divmod(index, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            if self._source is not None and page not in self._asked and 0 <= index < (self.count or 0):
                self._asked.add(page)
                self._fetch(self._source, self._turn, page, counting=False)
            return None
        return rows[place] if place < len(rows) else None

    @work(thread=True)
    def _fetch(self, source: Source, turn: int, page: int, *, counting: bool) -> None:
        try:
            count = source.count() if counting else None
            self.post_message(self.Loaded(turn, count, page, source.page(page * PAGE, PAGE)))
        except OnrecordError as error:
            self.post_message(self.Failed(str(error)))

    def on_rows_loaded(self, event: Loaded) -> None:
        """Takes in what a worker brought, unless another source is shown by now."""
        event.stop()
        if event.turn != self._turn:
            return
        if event.count is not None:
            self.count = event.count
        self._pages[event.page] = event.rows
        self._asked.discard(event.page)
        self._forget_far_pages()
        self.virtual_size = Size(self.size.width, (self.count or 0) + 1)
        self.refresh()
        if self.cursor // PAGE == event.page:
            self.post_message(self.Moved(self, self.item(self.cursor)))

    def _forget_far_pages(self) -> None:
        here = self.cursor // PAGE
        for page in sorted(self._pages, key=lambda p: abs(p - here))[KEPT:]:
            del self._pages[page]

    def render_line(self, y: int) -> Strip:
        """One line of the screen: the header, then rows."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y - 1
        if y == 0:
            line = header(self._columns, width)
        elif self.count == 0 and y == 1:
            line = Text(self._empty, "italic")
        elif self.count is None or not 0 <= index < self.count:
            line = Text("loading …", "italic") if self.count is None and y == 1 else Text()
        else:
            line = self._row(index, width)
        strip = Strip(line.render(self.app.console, end="")).adjust_cell_length(width)
        return strip.apply_style(self.rich_style)

    def _row(self, index: int, width: int) -> Text:
        item = self.item(index)
        here = index == self.cursor
        cells = self._cells(item) if item is not None else [Text("…")] * len(self._columns)
        line = fitted(self._columns, cells, width, marker="›" if here else " ")
        if here:
            line.stylize("reverse" if self.has_focus else "bold")
        return line

    def on_resize(self, event: events.Resize) -> None:
        """Keeps the cursor in sight."""
        self.virtual_size = Size(event.size.width, (self.count or 0) + 1)
        self._to(self.cursor)

    def _to(self, index: int) -> None:
        last = max(0, (self.count or 0) - 1)
        moved = self.cursor != (target := max(0, min(index, last)))
        self.cursor = target
        top, seen = self.scroll_offset.y, max(1, self.size.height - 1)
        if target < top:
            self.scroll_to(y=target, animate=False)
        elif target >= top + seen:
            self.scroll_to(y=target - seen + 1, animate=False)
        self.refresh()
        item = self.item(target) if moved else None
        if item is not None:
            self.post_message(self.Moved(self, item))

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

    def action_side(self, by: int) -> None:
        """The list to the right or to the left."""
        _ = self.screen.focus_next(PANES) if by > 0 else self.screen.focus_previous(PANES)

    def action_choose(self) -> None:
        """Opens the row under the cursor."""
        if (item := self.item(self.cursor)) is not None:
            self.post_message(self.Chosen(self, item))
