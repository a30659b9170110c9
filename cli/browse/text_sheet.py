"""A text that is wrapped to the width and scrolled by keys; what is marked in it is its heirs'."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.strip import Strip

from cli.browse.layout import Layout
from cli.browse.marks import Ink
from cli.browse.scrolled import Scrolled


class TextSheet(Scrolled):
    """Lines of a text."""

    NOTHING = ""
    """What stands there while there is no text."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._layout = Layout()
        self._known: dict[object, object] = {}

    def _drawn(self, width: int) -> Layout | None:
        """The lines at a width, None where there is no text."""
        raise NotImplementedError

    def _first(self) -> int:
        """The offset to scroll to."""
        raise NotImplementedError

    def _lay_out(self, *, scroll: bool) -> None:
        width = self.scrollable_content_region.width
        drawn = self._drawn(width) if width else None
        if drawn is None:
            return
        self._layout = drawn
        self.virtual_size = Size(width, len(self._layout.lines))
        if scroll:
            first = self._layout.line_of(self._first())
            self.scroll_to(y=max(0, first - 3), animate=False)
        self.refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Within a window over it a text does nothing, and the footer offers nothing of it."""
        return self.screen is self.app.screen

    def render_line(self, y: int) -> Strip:
        """One line of the text."""
        width = self.scrollable_content_region.width
        if not self._layout.lines:
            line = Text(self.NOTHING if y == 0 else "", "italic")
            strip = Strip(line.render(self.app.console, end="")).adjust_cell_length(width)
            return strip.apply_style(self.rich_style)
        return self._layout.strip(self.scroll_offset.y + y, width).apply_style(self.rich_style)

    def _offset_under(self, event: events.Click) -> int:
        return self._layout.offset_at(self.scroll_offset.y + event.y, event.x - self.gutter.left)

    def on_resize(self, _: events.Resize) -> None:
        """Wraps again."""
        self._lay_out(scroll=True)

    @property
    def ink(self) -> Ink:
        """The colours of marks, none where none are asked for."""
        behind = self.app.get_css_variables()["primary-muted"]
        is_coloured = not self.app.ansi_color and behind.startswith("#")
        return Ink("yellow", "cyan", f"on {behind}", "") if is_coloured else Ink()

    def notify_style_update(self) -> None:
        """Another theme: other colours of marks."""
        super().notify_style_update()
        self._known = {}
        self._lay_out(scroll=False)

    def action_scroll_by(self, by: int) -> None:
        """Some lines up or down."""
        self.scroll_relative(y=by, animate=False)

    def action_scroll_page(self, by: int) -> None:
        """A page up or down."""
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False)

    def action_scroll_edge(self, end: int) -> None:
        """The top or the end."""
        self.scroll_to(y=len(self._layout.lines) if end else 0, animate=False)
