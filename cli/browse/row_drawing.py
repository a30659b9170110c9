"""How a list is drawn: a title line and one line a row, each drawn once; where rows come from
stands in rows.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from rich.style import Style
from rich.text import Text
from textual.strip import Strip

from cli.browse.columns import Column, fitted, header, needs
from cli.browse.page_cache import MAX_PAGES, ROWS_PER_PAGE
from cli.browse.scrolled import Scrolled

NOTHING_PASSES = "  Nothing passes the filter; escape clears it."
Cells = Callable[[Any], Sequence[Text]]


class Sheet(Scrolled):
    """Lines of records in columns, one of them under the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "sheet--cursor",
        "sheet--cursor-blurred",
        "sheet--header",
    }

    def __init__(self, columns: Sequence[Column], cells: Cells, *, id: str, empty: str) -> None:
        super().__init__(id=id)
        self._columns, self._cells, self._empty = columns, cells, empty
        self._drawn: dict[tuple[int, bool, bool], tuple[Any, int, Strip]] = {}
        self._style: Style | None = None
        self._needed: list[int] = [0] * len(columns)
        self.cursor = 0
        self.narrowed = False
        """Whether a filter leaves rows out."""

    @property
    def count(self) -> int | None:
        """How many rows there are so far; None before the first came."""
        raise NotImplementedError

    def item(self, index: int) -> Any:
        """The row, or None while it is being fetched."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Within a window over it a list does nothing, and the footer offers nothing of it."""
        return self.screen is self.app.screen

    def render_line(self, y: int) -> Strip:
        """One line of the screen: the header, then rows."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y - 1
        count = self.count
        if y == 0:
            line = header(self._columns, width, self._needed)
            line.stylize(self.get_component_rich_style("sheet--header", partial=True))
        elif y == 1 and not count:
            line = Text(
                "  loading …"
                if count is None
                else NOTHING_PASSES
                if self.narrowed
                else f"  {self._empty}",
                "italic",
            )
        elif count is None or not 0 <= index < count:
            line = Text()
        else:
            return self._drawn_row(index, width)
        return self._strip(line, width)

    def _strip(self, line: Text, width: int) -> Strip:
        if self._style is None:
            self._style = self.rich_style
        return (
            Strip(line.render(self.app.console, end=""))
            .adjust_cell_length(width)
            .apply_style(self._style)
        )

    def _drawn_row(self, index: int, width: int) -> Strip:
        """A row as drawn before, while its record and the width are the same: a key then draws two
        rows anew."""
        item = self.item(index)
        is_current = index == self.cursor
        key = (index, is_current, is_current and self.has_focus)
        drawn = self._drawn.get(key)
        if drawn is not None and drawn[0] is item and drawn[1] == width:
            return drawn[2]
        if (
            len(self._drawn) > ROWS_PER_PAGE * MAX_PAGES
        ):  # one at a time: to drop all at once takes as long as a frame
            del self._drawn[next(iter(self._drawn))]
        strip = self._strip(self._row(index, width), width)
        self._drawn[key] = (item, width, strip)
        return strip

    def notify_style_update(self) -> None:
        """Another theme: every row is drawn anew."""
        super().notify_style_update()
        self._style = None
        self._drawn.clear()

    def _row(self, index: int, width: int) -> Text:
        item = self.item(index)
        is_current = index == self.cursor
        cells = self._cells(item) if item is not None else [Text("…")] * len(self._columns)
        if item is not None:
            self._make_room(needs(self._columns, cells))
        marker = "›" if is_current else " "
        line = fitted(self._columns, cells, width, marker=marker, needed=self._needed)
        if is_current:
            line.stylize(self._cursor_style())
        return line

    def _make_room(self, wanted: Sequence[int]) -> None:
        """Columns grow to what stands in them; what was drawn narrower is drawn again."""
        grown = [max(one, other) for one, other in zip(self._needed, wanted, strict=True)]
        if grown != self._needed:
            self._needed = grown
            self._drawn.clear()
            self.call_after_refresh(self.refresh)

    def forget_room(self) -> None:
        """Other rows stand in the list: they say anew how wide its columns are."""
        self._needed = [0] * len(self._columns)
        self._drawn.clear()

    def _cursor_style(self) -> Style | str:
        """A ground behind the row, which leaves its colours; without colour, reverse or bold."""
        if self.app.ansi_color:
            return "reverse" if self.has_focus else "bold"
        name = "sheet--cursor" if self.has_focus else "sheet--cursor-blurred"
        return self.get_component_rich_style(name, partial=True)
