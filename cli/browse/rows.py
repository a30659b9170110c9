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
PANES = "Rows, Side"
KEPT = 12
"""Pages held at once."""


class Rows(ScrollView, can_focus=True):
    """Rows of a source: keys stream in from a worker thread, rows are fetched by page."""

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
    class Chosen(Moved):
        """A row was opened."""

    @dataclass
    class Unfolded(Moved):
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

        turn: int
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
        self._keys: Any = []
        self._pages: dict[int, Sequence[Any]] = {}
        self._asked: set[int] = set()
        self._wanted_row = 0
        self._drawn: dict[tuple[int, bool, bool], tuple[Any, int, Strip]] = {}
        self.done = True
        self.cursor = 0

    @property
    def count(self) -> int | None:
        """How many rows there are so far; None before the first came."""
        return None if not self.done and not self._keys else len(self._keys)

    def show(self, source: Source, *, keep: bool = False) -> None:
        """Lists another source from its first row, or with keep from the row that the cursor is on."""
        self._turn += 1
        self._source = source
        self._wanted_row = self.cursor if keep else 0
        if not keep:
            self._keys, self._pages, self.cursor = [], {}, 0
            self.scroll_to(y=0, animate=False)
        self._asked, self.done = set(), False
        self.refresh()
        self._fetch_order(source, self._turn)

    def reload(self) -> None:
        """Fetches the rows held again, while the old ones stay in sight."""
        for page in list(self._pages):
            if self._source is not None:
                self._fetch(self._source, self._turn, page, self._keys[page * PAGE : (page + 1) * PAGE])

    def replace_row(self, index: int, item: Any) -> None:
        """Shows another record in a row until it is fetched again."""
        page, place = divmod(index, PAGE)
        rows = list(self._pages.get(page, ()))
        if place < len(rows):
            rows[place] = item
            self._pages[page] = rows
            self.refresh()

    def item(self, index: int) -> Any:
        """The row, or None while it is being fetched."""
        page, place = divmod(index, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            if self._source is not None and page not in self._asked and 0 <= index < (self.count or 0):
                self._asked.add(page)
                self._fetch(self._source, self._turn, page, self._keys[page * PAGE : (page + 1) * PAGE])
            return None
        return rows[place] if place < len(rows) else None

    @property
    def current(self) -> Any:
        """The row under the cursor."""
        return self.item(self.cursor) if self.count else None

    @work(thread=True)
    def _fetch_order(self, source: Source, turn: int) -> None:
        first = True
        try:
            for keys in source.order():
                if turn != self._turn:
                    return
                rows = source.page(keys[:PAGE]) if first and keys else None
                self.post_message(self.Ordered(turn, keys, rows, False))
                first = False
            self.post_message(self.Ordered(turn, (), None, True))
        except OnrecordError as error:
            self.post_message(self.Failed(str(error)))

    @work(thread=True)
    def _fetch(self, source: Source, turn: int, page: int, keys: Sequence[Any]) -> None:
        try:
            self.post_message(self.Loaded(turn, page, source.page(keys)))
        except OnrecordError as error:
            self.post_message(self.Failed(str(error)))

    def on_rows_ordered(self, event: Ordered) -> None:
        """Takes in keys, unless another source is shown by now."""
        event.stop()
        if event.turn != self._turn:
            return
        if event.first is not None:
            self._keys, self._pages = event.keys, {0: event.first}
            self.cursor = min(self._wanted_row, max(0, len(self._keys) - 1))
        elif event.keys:
            self._append(event.keys)
        if event.done:
            self.done = True
            if self._wanted_row and self._wanted_row != self.cursor:
                self._to(self._wanted_row)
        self._resize()
        if event.first is not None or (event.done and not self._keys):
            self.post_message(self.Moved(self, self.current))

    def _append(self, keys: Sequence[Any]) -> None:
        last = (len(self._keys) - 1) // PAGE
        self._keys = [*self._keys, *keys] if isinstance(self._keys, list) else self._keys + keys
        if self._source is not None and 0 < len(self._pages.get(last, ())) < PAGE:
            self._fetch(self._source, self._turn, last, self._keys[last * PAGE : (last + 1) * PAGE])

    def on_rows_loaded(self, event: Loaded) -> None:
        """Takes in a page, unless another source is shown by now."""
        event.stop()
        if event.turn != self._turn:
            return
        self._pages[event.page] = event.rows
        self._asked.discard(event.page)
        here = self.cursor // PAGE
        for page in sorted(self._pages, key=lambda p: abs(p - here))[KEPT:]:
            del self._pages[page]
        self.refresh()
        if here == event.page:
            self.post_message(self.Moved(self, self.current))

    def _resize(self) -> None:
        self.virtual_size = Size(self.size.width, (self.count or 0) + 1)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen: the header, then rows."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y - 1
        count = self.count
        if y == 0:
            line = header(self._columns, width)
        elif y == 1 and not count:
            line = Text("loading …" if count is None else self._empty, "italic")
        elif count is None or not 0 <= index < count:
            line = Text()
        else:
            return self._drawn_row(index, width)
        return self._strip(line, width)

    def _strip(self, line: Text, width: int) -> Strip:
        return Strip(line.render(self.app.console, end="")).adjust_cell_length(width).apply_style(self.rich_style)

    def _drawn_row(self, index: int, width: int) -> Strip:
        """A row as drawn before, while its record and the width are the same: a key then draws two rows anew."""
        item = self.item(index)
        here = index == self.cursor
        key = (index, here, here and self.has_focus)
        known = self._drawn.get(key)
        if known is not None and known[0] is item and known[1] == width:
            return known[2]
        if len(self._drawn) > PAGE * KEPT:
            self._drawn.clear()
        strip = self._strip(self._row(index, width), width)
        self._drawn[key] = (item, width, strip)
        return strip

    def notify_style_update(self) -> None:
        """Another theme: every row is drawn anew."""
        super().notify_style_update()
        self._drawn.clear()

    def _row(self, index: int, width: int) -> Text:
        item = self.item(index)
        here = index == self.cursor
        cells = self._cells(item) if item is not None else [Text("…")] * len(self._columns)
        line = fitted(self._columns, cells, width, marker="›" if here else " ")
        if here:
            line.stylize("reverse" if self.has_focus else "bold")
        return line

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
        """The pane to the right or to the left."""
        _ = self.screen.focus_next(PANES) if by > 0 else self.screen.focus_previous(PANES)

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
