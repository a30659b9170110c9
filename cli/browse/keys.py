"""Every key of the browser, once: it feeds bindings, footer and help; what an action does stands with its widget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding, BindingType

Place = Literal["app", "list", "article", "filter", "side", "help"]


@dataclass(frozen=True)
class Action:
    """One action: its keys, where they work, a word for the footer and a sentence for the help."""

    place: Place
    keys: str
    action: str
    label: str
    help: str
    footer: bool = False
    first: bool = False
    """True where the key goes before the focused widget, so that what is typed after it fast is not lost."""


ACTIONS = (
    Action("app", "1", "tab('speakers')", "Speakers", "who speaks, and what each of them says"),
    Action("app", "2", "tab('claims')", "Claims", "every claim"),
    Action("app", "3", "tab('article')", "Article", "the article with the claim marked"),
    Action("app", "4", "tab('check')", "Check", "propositions, single unnamed sources first"),
    Action("app", "slash", "filter", "Filter", "filter, such as speaker:Hallam since:2017 ferry", True, True),
    Action("app", "question_mark", "help", "Help", "help for what is focused", True),
    Action("app", "q", "leave", "Back", "back; leaves the browser at the first screen", True),
    Action("app", "escape", "retreat", "Back", "back, but never out of the browser"),
    Action("list", "enter", "choose", "Open", "open in context", True),
    Action("list", "down,j", "move(1)", "Down", "one row down"),
    Action("list", "up,k", "move(-1)", "Up", "one row up"),
    Action("list", "pagedown,ctrl+f", "page(1)", "Page down", "one page down"),
    Action("list", "pageup,ctrl+b", "page(-1)", "Page up", "one page up"),
    Action("list", "home,g", "edge(0)", "First", "the first row"),
    Action("list", "end,G", "edge(1)", "Last", "the last row"),
    Action("list", "right,l", "side(1)", "Right", "the pane on the right"),
    Action("list", "left,h", "side(-1)", "Left", "the pane on the left"),
    Action("article", "n", "step(1)", "Next", "next claim of the article", True),
    Action("article", "p", "step(-1)", "Previous", "previous claim of the article", True),
    Action("article", "down,j", "scroll_by(1)", "Down", "one line down"),
    Action("article", "up,k", "scroll_by(-1)", "Up", "one line up"),
    Action("article", "pagedown,space,ctrl+f", "scroll_page(1)", "Page down", "one page down"),
    Action("article", "pageup,ctrl+b", "scroll_page(-1)", "Page up", "one page up"),
    Action("article", "home,g", "scroll_edge(0)", "Top", "the top of the article"),
    Action("article", "end,G", "scroll_edge(1)", "End", "the end of the article"),
    Action("article", "left,h", "app.retreat", "Back", "back to the list"),
    Action("filter", "escape", "leave", "Leave", "leave the filter as it was", True),
    Action("side", "down,j", "scroll_down", "Down", "one line down"),
    Action("side", "up,k", "scroll_up", "Up", "one line up"),
    Action("side", "home,g", "scroll_home", "Top", "the top of the reasons"),
    Action("side", "end,G", "scroll_end", "End", "the end of the reasons"),
    Action("side", "left,h", "app.retreat", "Left", "back to the propositions", True),
    Action("help", "escape,q,question_mark,enter", "dismiss", "Close", "close the help", True),
)


def bindings(place: Place) -> list[BindingType]:
    """The bindings of a place, as Textual wants them."""
    return [
        Binding(a.keys, a.action, a.label, show=a.footer, priority=a.first, tooltip=a.help)
        for a in ACTIONS
        if a.place == place
    ]


def help_lines(place: Place) -> list[tuple[str, str]]:
    """Keys and sentences of a place, for people."""
    names = {"slash": "/", "question_mark": "?", "pagedown": "PgDn", "pageup": "PgUp"}
    shown = ((" ".join(names.get(k, k) for k in a.keys.split(",")), a.help) for a in ACTIONS if a.place == place)
    return list(shown)
