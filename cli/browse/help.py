"""The help on a key: what the focused widget can do, then what works everywhere; and other pages to
read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from cli.browse.bindings import bindings, help_lines
from cli.browse.keys import Place
from cli.views.cells import MARKS
from cli.views.verdicts import CONTESTED_SIGN, LABEL_SIGNS

TITLES: dict[Place, str] = {
    "list": "In a list",
    "article": "In an article",
    "draft": "In a draft",
    "claim": "On a claim",
    "side": "In this pane",
    "filter": "In the filter",
    "pick": "Selecting words",
    "choose": "Choosing",
    "app": "Everywhere",
    "help": "In a window to read, such as this one",
}
HOW = "↑ ↓ j k, PgUp PgDn, home end scroll · esc closes"
FILTER_WORDS = "speaker: outlet: since: until: kind: stance: saying: label: status: and bare words"


def help_page(place: Place, keys: Mapping[str, str]) -> RenderableType:
    """Keys of one place, of claims where there are any, and of the whole app; then the signs."""
    places: tuple[Place, ...] = {
        "app": ("app",),
        "filter": ("filter", "app"),
        "draft": ("draft", "app"),
        "side": ("side", "claim", "app"),
    }.get(place, (place, "claim", "app"))  # type: ignore[assignment]
    parts: list[RenderableType] = []
    for section in (*places, "help"):
        rows = help_lines(section, keys)
        rows += [("", FILTER_WORDS)] if section == "filter" else []
        rows += [("ctrl+p", "every command by name")] if section == "app" else []
        parts += [Text(TITLES[section], "bold"), _lines(rows)]
    signs = [*((MARKS[status], status) for status in MARKS), ("+", "correct, added by a person")]
    signs += [
        *((sign, label) for label, sign in LABEL_SIGNS.items()),
        (CONTESTED_SIGN, "contested"),
    ]
    return Group(*parts, Text("Signs before a claim", "bold"), _lines(signs))


def _lines(rows: Iterable[tuple[str, str]]) -> RenderableType:
    """Each sentence set in behind its keys, also where it wraps."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(width=18)
    grid.add_column()
    for names, sentence in rows:
        grid.add_row(Text(f"  {names}"), Text(sentence))
    return grid


class Page(ModalScreen[None]):
    """Something to read, closed by a key."""

    BINDINGS = bindings("help")
    PLACE = "help"

    def __init__(self, title: str, content: RenderableType) -> None:
        super().__init__()
        self._title, self._content = title, content

    def compose(self) -> ComposeResult:
        """One page, scrolled where the screen is short."""
        with VerticalScroll(id="help") as page:
            page.border_title, page.border_subtitle = self._title, HOW
            yield Static(self._content)

    def on_mount(self) -> None:
        """Keys scroll it at once."""
        self._page.focus()

    @property
    def _page(self) -> VerticalScroll:
        return self.query_one(VerticalScroll)

    def action_turn(self, by: int) -> None:
        """Some lines up or down."""
        self._page.scroll_relative(y=by, animate=False)

    def action_turn_page(self, by: int) -> None:
        """A page up or down, a line of it kept in sight."""
        height = self._page.scrollable_content_region.height
        self._page.scroll_relative(y=by * max(1, height - 1), animate=False)

    def action_turn_edge(self, end: int) -> None:
        """The top or the end."""
        self._page.scroll_to(y=self._page.max_scroll_y if end else 0, animate=False)

    async def action_dismiss(self, result: None = None) -> None:
        """Closes the page."""
        self.dismiss(result)
