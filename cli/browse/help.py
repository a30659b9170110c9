"""The help on a key: what the focused widget can do, then what works everywhere; and other pages to
read."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import RenderableType
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from cli.browse.bindings import bindings, help_lines
from cli.browse.keys import Place

TITLES: dict[Place, str] = {
    "list": "In a list",
    "article": "In an article",
    "claim": "On a claim",
    "side": "In this pane",
    "filter": "In the filter",
    "pick": "Selecting words",
    "choose": "Choosing",
    "app": "Everywhere",
}
FILTER_WORDS = "speaker: outlet: since: until: kind: stance: label: status: and bare words"


def help_page(place: Place, keys: Mapping[str, str]) -> Text:
    """Keys of one place, of claims where there are any, and of the whole app."""
    page = Text()
    places: tuple[Place, ...] = {
        "app": ("app",),
        "filter": ("filter", "app"),
        "side": ("side", "app"),
    }.get(place, (place, "claim", "app"))  # type: ignore[assignment]
    for section in places:
        page.append(TITLES[section] + "\n", "bold")
        for names, sentence in help_lines(section, keys):
            page.append(f"  {names:<16} {sentence}\n")
        if section == "filter":
            page.append(f"  {FILTER_WORDS}\n")
    return page.append("  ctrl+p           every command by name\n")


class Page(ModalScreen[None]):
    """Something to read, closed by a key."""

    BINDINGS = bindings("help")
    PLACE = "help"

    def __init__(self, content: RenderableType) -> None:
        super().__init__()
        self._content = content

    def compose(self) -> ComposeResult:
        """One page, scrolled where the screen is short."""
        with VerticalScroll(id="help"):
            yield Static(self._content)

    def on_mount(self) -> None:
        """Keys scroll it at once."""
        self.query_one(VerticalScroll).focus()

    async def action_dismiss(self, result: None = None) -> None:
        """Closes the page."""
        self.dismiss(result)
