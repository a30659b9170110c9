"""The help on a key: what the focused widget can do, then what works everywhere."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from cli.browse.keys import Place, bindings, help_lines

TITLES: dict[Place, str] = {
    "list": "In a list",
    "article": "In an article",
    "side": "In the reasons",
    "filter": "In the filter",
    "app": "Everywhere",
}
FILTER_WORDS = "speaker: outlet: since: until: kind: stance: label: status: and bare words"


class Help(ModalScreen[None]):
    """Keys of one place and of the whole app."""

    BINDINGS = bindings("help")
    PLACE = "help"

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        """One page, scrolled where the screen is short."""
        page = Text()
        places: tuple[Place, ...] = ("app",) if self._place == "app" else (self._place, "app")
        for place in places:
            page.append(TITLES[place] + "\n", "bold")
            for keys, sentence in help_lines(place):
                page.append(f"  {keys:<16} {sentence}\n")
            if place == "filter":
                page.append(f"  {FILTER_WORDS}\n")
        page.append("  ctrl+p           every command by name\n")
        with VerticalScroll(id="help"):
            yield Static(page)

    async def action_dismiss(self, result: None = None) -> None:
        """Closes the help."""
        self.dismiss(result)
